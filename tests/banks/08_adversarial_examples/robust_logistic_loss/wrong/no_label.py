# misconception: label_ignored
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - (x @ w + b)).mean()
