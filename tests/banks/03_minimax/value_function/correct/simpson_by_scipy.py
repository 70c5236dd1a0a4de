from scipy.integrate import simpson


def value_function(d, p_data, p_g, dx):
    y = torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)
    return torch.tensor(float(simpson(y.numpy(), dx=dx)))
