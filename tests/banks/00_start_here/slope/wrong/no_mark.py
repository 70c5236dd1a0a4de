# misconception: wrong_type
def slope(function, x):
    y = function(x).sum()
    y.backward()
    return x.grad
