# misconception: not_weighted
def value_function(d, p_data, p_g, dx):
    return (torch.log(d) + torch.log(1 - d)).mean()
