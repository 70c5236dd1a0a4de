def robust_logistic_loss(x, y, w, b, epsilon):
    m = y.double() * (torch.einsum('nd,d->n', x.double(), w.double()) + b) - epsilon * w.double().abs().sum()
    return F.softplus(-m).sum() / m.numel()
