import numpy as np


def xy_step(x, y, eta, alternating):
    point = np.array([x, y], dtype=float)
    point[0] = x - eta * y
    point[1] = y + eta * (point[0] if alternating is True else x)
    return point
