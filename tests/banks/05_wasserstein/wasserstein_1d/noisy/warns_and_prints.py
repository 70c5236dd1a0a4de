import warnings
def wasserstein_1d(x, y):
    warnings.warn('sorting')
    print('n =', len(x))
    return (x.sort().values - y.sort().values).abs().mean()
