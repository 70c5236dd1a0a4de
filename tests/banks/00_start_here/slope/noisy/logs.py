import logging

def slope(function, x):
    logging.warning('slope of %s', function)
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    print(leaf.grad)
    return leaf.grad
