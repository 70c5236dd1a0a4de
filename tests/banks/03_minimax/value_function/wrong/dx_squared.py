# misconception: no_dx
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data * dx, d) * dx + torch.xlogy(p_g * dx, 1 - d) * dx).sum()
