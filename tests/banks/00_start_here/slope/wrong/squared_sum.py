# misconception: unrecognised
def slope(function, x):
    leaf = x.clone().requires_grad_()
    (function(leaf) ** 2).sum().backward()
    return leaf.grad
