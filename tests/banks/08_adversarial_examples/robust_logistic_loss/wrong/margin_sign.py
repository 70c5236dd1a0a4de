# misconception: margin_sign
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(y * (x @ w + b) - epsilon * w.abs().sum()).mean()
