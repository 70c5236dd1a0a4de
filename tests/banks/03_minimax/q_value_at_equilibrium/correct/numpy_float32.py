import numpy as np

q_value_at_equilibrium = np.float32(-1.3863)
