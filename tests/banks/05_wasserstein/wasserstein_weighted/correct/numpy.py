def wasserstein_weighted(x, y, x_weights, y_weights):
    import numpy as np
    p = np.concatenate([x.numpy(), y.numpy()])
    w = np.concatenate([x_weights.numpy(), -y_weights.numpy()])
    o = np.argsort(p, kind='stable')
    return torch.as_tensor((np.abs(np.cumsum(w[o]))[:-1] * np.diff(p[o])).sum())
