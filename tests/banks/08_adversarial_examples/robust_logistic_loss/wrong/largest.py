# misconception: other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().max() - y * (x @ w + b)).mean()
