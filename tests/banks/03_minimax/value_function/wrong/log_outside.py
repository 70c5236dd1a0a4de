# misconception: log_of_mean
def value_function(d, p_data, p_g, dx):
    return torch.log((p_data * d).sum() * dx) + torch.log((p_g * (1 - d)).sum() * dx)
