# misconception: detached
def robust_logistic_loss(x, y, w, b, epsilon):
    n = (epsilon * w.abs().sum()).item()
    return F.softplus(n - y * (x @ w + b)).mean()
