# misconception: other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(w.abs().sum() - y * (x @ w + b)).mean()
