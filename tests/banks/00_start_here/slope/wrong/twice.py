# misconception: unrecognised
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    function(leaf).sum().backward()
    return leaf.grad
