print('½')
q_accuracy_at_equilibrium = 0.5
