# misconception: overflows
def robust_logistic_loss(x, y, w, b, epsilon):
    m = y * (x @ w + b) - epsilon * w.abs().sum()
    return -torch.log(torch.sigmoid(m)).mean()
