# misconception: bias_missing
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * (w.abs().sum() + b.abs()) - y * (x @ w + b)).mean()
