# misconception: round_ball
def project(candidate, x, epsilon, low=0.0, high=1.0):
    d = candidate - x
    n = d.flatten(1).norm(dim=1).reshape(-1, *[1] * (x.ndim - 1))
    return (x + d * (epsilon / n).clamp(max=1)).clamp(low, high)
