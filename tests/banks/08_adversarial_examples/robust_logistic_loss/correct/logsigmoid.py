def robust_logistic_loss(x, y, w, b, epsilon):
    margin = y * (x @ w + b) - epsilon * w.norm(p=1)
    return -F.logsigmoid(margin).mean()
