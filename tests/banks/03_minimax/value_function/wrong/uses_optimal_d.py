# misconception: ignores_d
def value_function(d, p_data, p_g, dx):
    d = p_data / (p_data + p_g).clamp_min(1e-12)
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() * dx
