def linear_worst_case(w, epsilon):
    eta = torch.zeros_like(w, requires_grad=True)
    (g,) = torch.autograd.grad((w * eta).sum(), eta)
    best = -epsilon * g.sign()
    return best, (w * best).sum()
