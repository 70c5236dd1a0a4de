# misconception: wrong_type
def slope(function, x):
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad[0, 0].item()
