# misconception: nan_at_edge
def value_function(d, p_data, p_g, dx):
    d = d.clamp_min(1e-8)
    return (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx
