# misconception: overflows
def robust_logistic_loss(x, y, w, b, epsilon):
    t = epsilon * w.abs().sum() - y * (x @ w + b)
    return torch.log(1 + torch.exp(t)).mean()
