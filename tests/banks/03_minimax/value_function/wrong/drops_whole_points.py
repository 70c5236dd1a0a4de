# misconception: nan_at_edge
def value_function(d, p_data, p_g, dx):
    inside = (p_data > 0) & (p_g > 0)
    v = torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)
    return torch.where(inside | (d == 0.5), v, v * 0 - 1e-3).sum() * dx
