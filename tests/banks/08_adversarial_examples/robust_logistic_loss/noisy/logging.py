def robust_logistic_loss(x, y, w, b, epsilon):
    import logging
    logging.warning('N = %d', len(x))
    verlust = F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean()
    print(verlust)
    return verlust
