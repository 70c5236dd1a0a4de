# misconception: not_rounded
import numpy as np


def conv_size(n, kernel, stride, padding):
    return float(np.floor((n + 2 * padding - kernel) / stride)) + 1
