def slope(function, x):
    return torch.func.jvp(function, (x,), (torch.ones_like(x),))[1]
