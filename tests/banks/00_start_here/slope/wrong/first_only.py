# misconception: unrecognised
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf)[0].backward()
    return leaf.grad
