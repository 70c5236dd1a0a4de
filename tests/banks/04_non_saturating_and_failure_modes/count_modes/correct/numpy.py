import numpy as np


def count_modes(samples, modes, std, needed=20):
    s, m = samples.numpy(), modes.numpy()
    inside = np.linalg.norm(s[:, None, :] - m[None, :, :], axis=-1) <= 3 * std
    k = inside.sum(axis=0)
    return np.array([np.sum(k >= needed), np.sum(k >= 1), inside.any(axis=1).mean()])
