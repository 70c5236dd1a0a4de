def wasserstein_1d(x, y):
    größe = len(x)  # Anzahl
    δ = x.sort().values - y.sort().values
    plt.plot(δ.detach())
    plt.close('all')
    return δ.abs().sum() / größe
