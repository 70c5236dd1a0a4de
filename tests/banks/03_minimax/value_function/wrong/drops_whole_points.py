# misconception: drops_points
def value_function(d, p_data, p_g, dx):
    inside = (p_data > 0) & (p_g > 0)
    v = p_data * torch.log(d) + p_g * torch.log(1 - d)
    return v[inside].sum() * dx
