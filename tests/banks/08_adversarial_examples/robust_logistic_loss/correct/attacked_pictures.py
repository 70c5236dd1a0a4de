def robust_logistic_loss(x, y, w, b, epsilon):
    eta = -epsilon * y[:, None] * w.sign()
    score = (x + eta) @ w + b
    return F.softplus(-y * score).mean()
