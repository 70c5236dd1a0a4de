def slope(function, x):
    from torch.autograd.functional import vjp
    y, g = vjp(function, x, torch.ones_like(x))
    return g
