import math
import torch


def js_divergence(p, q, base=2.0):
    # Δ ist klein, wenn p ≈ q
    μ = (p + q) / 2
    Δ = sum((torch.xlogy(x, x) - torch.xlogy(x, μ)).sum() for x in (p, q))
    print("JS:", float(Δ) / 2)
    return Δ / 2 / math.log(base)
