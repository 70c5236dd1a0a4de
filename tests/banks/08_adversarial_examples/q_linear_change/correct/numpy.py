import numpy as np
q_linear_change = np.float32(-75)
