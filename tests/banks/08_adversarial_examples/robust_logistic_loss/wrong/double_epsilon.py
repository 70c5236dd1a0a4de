# misconception: other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(2 * epsilon * w.abs().sum() - y * (x @ w + b)).mean()
