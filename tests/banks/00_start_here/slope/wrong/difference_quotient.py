# misconception: finite_difference
def slope(function, x, h=1e-3):
    return ((function(x + h) - function(x - h)) / (2 * h)).detach()
