# misconception: densities_swapped
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_g, d) + torch.xlogy(p_data, 1 - d)).sum() * dx
