# misconception: term_missing
def value_function(d, p_data, p_g, dx):
    return torch.xlogy(p_data, d).sum() * dx
