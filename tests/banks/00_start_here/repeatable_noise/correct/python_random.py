import random

def repeatable_noise(seed, n, dim):
    source = random.Random(seed)
    return torch.tensor([[source.gauss(0, 1) for _ in range(dim)] for _ in range(n)])
