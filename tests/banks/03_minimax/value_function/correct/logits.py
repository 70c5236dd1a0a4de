def value_function(d: torch.Tensor, p_data: torch.Tensor, p_g: torch.Tensor, dx: float) -> torch.Tensor:
    a = torch.logit(d, eps=1e-7)
    return (p_data * F.logsigmoid(a)).sum().mul(dx).add((p_g * F.logsigmoid(-a)).sum().mul(dx))
