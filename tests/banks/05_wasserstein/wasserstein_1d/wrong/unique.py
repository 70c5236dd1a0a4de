# misconception: repeats_lost
def wasserstein_1d(x, y):
    once = lambda t: torch.stack([v for _, v in sorted({float(v): v for v in t}.items())])
    a, b = once(x), once(y)
    n = min(len(a), len(b))
    return (a[:n] - b[:n]).abs().mean()
