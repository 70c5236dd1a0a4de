# misconception: nearest_neighbour
def wasserstein_1d(x, y):
    return (x[:, None] - y[None, :]).abs().min(dim=1).values.mean()
