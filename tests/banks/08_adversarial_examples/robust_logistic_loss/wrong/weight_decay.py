# misconception: outside_the_loss
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(-y * (x @ w + b)).mean() + epsilon * w.abs().sum()
