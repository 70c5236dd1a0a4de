# misconception: wrong_base
def value_function(d, p_data, p_g, dx):
    d = d.clamp(1e-7, 1 - 1e-7)
    return (p_data * torch.log10(d) + p_g * torch.log10(1 - d)).sum() * dx
