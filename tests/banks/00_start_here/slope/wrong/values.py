# misconception: value_not_slope
def slope(function, x):
    return function(x).detach()
