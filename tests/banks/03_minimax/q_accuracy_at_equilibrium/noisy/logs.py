import logging

logging.error('a coin')
q_accuracy_at_equilibrium = 0.5
