def epsilon_in_range(levels, low, high):
    import numpy as np
    return float(np.interp(levels, [0, 255], [low, high]) - low)
