# misconception: modifies_inputs
def robust_logistic_loss(x, y, w, b, epsilon):
    x -= epsilon * y[:, None] * w.detach().sign()
    return F.softplus(-y * (x @ w + b)).mean()
