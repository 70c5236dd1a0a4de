# misconception: nan_at_edge
def value_function(d, p_data, p_g, dx):
    v = (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx
    return torch.nan_to_num(v)
