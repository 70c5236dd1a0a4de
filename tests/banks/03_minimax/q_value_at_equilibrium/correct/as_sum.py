from math import log

q_value_at_equilibrium = log(0.5) + log(1 - 0.5)
