# misconception: modifies_inputs
def slope(function, x):
    leaf = x.requires_grad_()
    function(leaf).sum().backward()
    with torch.no_grad():
        x -= leaf.grad
    return leaf.grad
