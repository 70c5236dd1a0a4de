import numpy as np

def repeatable_noise(seed, n, dim):
    rng = np.random.default_rng(seed)
    return torch.tensor(rng.standard_normal((n, dim)), dtype=torch.float32)
