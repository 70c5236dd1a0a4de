# misconception: not_a_tensor
import numpy as np


def interpolate(z_start, z_end, steps):
    return np.linspace(z_start.numpy(), z_end.numpy(), steps)
