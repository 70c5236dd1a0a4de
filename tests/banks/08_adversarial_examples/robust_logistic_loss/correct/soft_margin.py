def robust_logistic_loss(x, y, w, b, epsilon):
    m = y * (x @ w + b) - epsilon * w.abs().sum()
    return F.softplus(-m, beta=1, threshold=20).mean()
