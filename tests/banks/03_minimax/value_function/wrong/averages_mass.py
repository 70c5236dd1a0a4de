# misconception: halved
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() / (p_data + p_g).sum()
