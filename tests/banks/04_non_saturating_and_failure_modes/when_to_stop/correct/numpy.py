import numpy as np


def when_to_stop(scores, patience):
    values = np.asarray(scores, dtype=float)
    best = 0
    for i, v in enumerate(values):
        best = i if v > values[best] else best
        if i >= best + patience:
            return np.int64(i), np.int64(best)
    return values.size - 1, best
