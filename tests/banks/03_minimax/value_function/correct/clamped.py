def value_function(d, p_data, p_g, dx):
    d = torch.clamp(d, 1e-7, 1 - 1e-7)
    return torch.sum(p_data * d.log() + p_g * (1 - d).log()) * dx
