# misconception: blurred
def value_function(d, p_data, p_g, dx):
    d = d.clamp(0.01, 0.99)
    return (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx
