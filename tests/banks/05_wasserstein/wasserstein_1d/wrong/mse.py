# misconception: squared
def wasserstein_1d(x, y):
    return F.mse_loss(x.sort().values, y.sort().values)
