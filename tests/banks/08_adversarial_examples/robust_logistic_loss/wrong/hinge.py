def robust_logistic_loss(x, y, w, b, epsilon):
    return (1 + epsilon * w.abs().sum() - y * (x @ w + b)).clamp(min=0).mean()
