import numpy as np


def mend(settings):
    return {
        "g_lr": np.float64(0.002),
        "d_lr": torch.tensor(0.002, dtype=torch.float64),
        "r1": 0.1,
        "decay": np.float64(0.05),
        "average": 0.995,
    }
