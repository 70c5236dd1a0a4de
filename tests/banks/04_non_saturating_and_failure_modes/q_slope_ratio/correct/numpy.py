import numpy as np

q_slope_ratio = np.exp(4.0)
