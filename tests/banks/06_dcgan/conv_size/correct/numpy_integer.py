import numpy as np


def conv_size(n, kernel, stride, padding):
    return np.floor_divide(n + 2 * padding - kernel, stride) + 1
