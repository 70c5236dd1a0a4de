def epsilon_in_range(levels, low, high):
    import numpy as np
    return np.float64(levels) / 255 * (high - low)
