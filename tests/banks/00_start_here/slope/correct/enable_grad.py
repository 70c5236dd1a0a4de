def slope(function, x):
    with torch.enable_grad():
        leaf = x.detach().requires_grad_()
        y = function(leaf).squeeze(1).sum()
    y.backward()
    out = leaf.grad
    return out.reshape(-1, 1)
