def xy_step(x, y, eta, alternating):
    def slopes(x, y):
        p = torch.tensor([x, y], dtype=torch.float64, requires_grad=True)
        (g,) = torch.autograd.grad(p[0] * p[1], p)
        return g.tolist()

    dx, dy = slopes(x, y)
    new_x = x - eta * dx
    if alternating:
        dy = slopes(new_x, y)[1]
    return new_x, y + eta * dy
