def value_function(d, p_data, p_g, dx):
    weights = torch.stack([p_data, p_g])
    logs = torch.stack([d, 1 - d]).log().clamp(min=-100)
    return torch.einsum("kx,kx->", weights, logs) * dx
