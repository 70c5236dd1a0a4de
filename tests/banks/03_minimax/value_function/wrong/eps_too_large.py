# misconception: blurred
def value_function(d, p_data, p_g, dx):
    eps = 1e-3
    return (p_data * torch.log(d + eps) + p_g * torch.log(1 - d + eps)).sum() * dx
