def robust_logistic_loss(x, y, w, b, epsilon):
    total = 0.0
    for xi, yi in zip(x, y):
        m = yi * (torch.dot(xi, w) + b) - epsilon * w.abs().sum()
        total = total + F.softplus(-m)
    return total / len(x)
