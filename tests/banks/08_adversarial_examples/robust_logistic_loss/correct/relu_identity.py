def robust_logistic_loss(x, y, w, b, epsilon):
    t = epsilon * w.abs().sum() - y * (x.matmul(w) + b)
    return (t.clamp(min=0) + torch.log1p(torch.exp(-t.abs()))).mean()
