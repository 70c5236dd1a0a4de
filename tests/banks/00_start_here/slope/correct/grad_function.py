def slope(function, x):
    leaf = x.detach().clone().requires_grad_(True)
    (g,) = torch.autograd.grad(function(leaf).sum(), leaf)
    return g
