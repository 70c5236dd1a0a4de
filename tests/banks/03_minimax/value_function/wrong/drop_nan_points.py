# misconception: nan_at_edge
def value_function(d, p_data, p_g, dx):
    inside = (d > 0) & (d < 1)
    f = p_data[inside] * torch.log(d[inside]) + p_g[inside] * torch.log(1 - d[inside])
    return f.mean() * dx * len(d)
