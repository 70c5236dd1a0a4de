# misconception: finite_difference
def slope(function, x):
    leaf = torch.zeros_like(x).requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad
