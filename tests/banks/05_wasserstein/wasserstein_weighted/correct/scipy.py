def wasserstein_weighted(x, y, x_weights, y_weights):
    from scipy.stats import wasserstein_distance
    value = wasserstein_distance(x.numpy(), y.numpy(), x_weights.numpy(), y_weights.numpy())
    return torch.tensor(value)
