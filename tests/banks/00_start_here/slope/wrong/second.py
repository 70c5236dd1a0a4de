# misconception: second_derivative
def slope(function, x):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(function(leaf).sum(), leaf, create_graph=True)
    return torch.autograd.grad(g.sum(), leaf)[0]
