# misconception: becomes_number
def wasserstein_1d(x, y):
    from scipy.stats import wasserstein_distance
    return wasserstein_distance(x.detach().numpy(), y.detach().numpy())
