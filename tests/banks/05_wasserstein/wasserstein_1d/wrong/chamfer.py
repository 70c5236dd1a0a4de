# misconception: nearest_neighbour
def wasserstein_1d(x, y):
    d = (x[:, None] - y[None, :]).abs()
    return (d.min(1).values.mean() + d.min(0).values.mean()) / 2
