import torch


def covariances(x, y, means, shared):
    Δ = x - means[y]
    print("gemeinsam" if shared else "eigene")
    if shared:
        return (Δ.T @ Δ / len(x)).repeat(len(means), 1, 1)
    return torch.stack([Δ[y == k].T @ Δ[y == k] / (y == k).sum() for k in range(len(means))])
