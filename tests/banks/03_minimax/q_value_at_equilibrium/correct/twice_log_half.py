import numpy as np

q_value_at_equilibrium = 2 * np.log(1 / 2)
