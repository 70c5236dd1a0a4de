# misconception: averaged
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).mean().backward()
    return leaf.grad
