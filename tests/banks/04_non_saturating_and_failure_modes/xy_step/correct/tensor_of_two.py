def xy_step(x, y, eta, alternating):
    first = x - y * eta
    return torch.tensor([first, y + eta * (first if alternating else x)])
