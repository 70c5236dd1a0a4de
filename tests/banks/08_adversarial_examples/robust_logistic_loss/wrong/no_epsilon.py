# misconception: epsilon_ignored
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(-y * (x @ w + b)).mean()
