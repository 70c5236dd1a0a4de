def slope(function, x):
    leaf = x.clone().requires_grad_()
    (function(leaf).mean() * x.shape[0]).backward()
    return leaf.grad
