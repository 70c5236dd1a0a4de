def xy_step(x, y, eta, alternating):
    corner = 1 - eta**2 if alternating else 1.0
    step = torch.tensor([[1.0, -eta], [eta, corner]], dtype=torch.float64)
    return tuple((step @ torch.tensor([x, y], dtype=torch.float64)).tolist())
