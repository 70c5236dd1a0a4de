# misconception: no_dx
def value_function(d, p_data, p_g, dx):
    return (p_data * torch.log(d)).mean() + (p_g * torch.log(1 - d)).mean()
