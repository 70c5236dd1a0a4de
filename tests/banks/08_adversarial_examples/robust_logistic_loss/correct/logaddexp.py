def robust_logistic_loss(x, y, w, b, epsilon):
    m = y * (x @ w + b) - epsilon * torch.sum(torch.abs(w))
    return torch.logaddexp(torch.zeros_like(m), -m).mean()
