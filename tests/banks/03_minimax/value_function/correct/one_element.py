def value_function(d, p_data, p_g, dx):
    a = torch.xlogy(p_data, d).sum(dim=0, keepdim=True)
    b = torch.xlogy(p_g, 1.0 - d).sum(dim=0, keepdim=True)
    return (a + b) * dx
