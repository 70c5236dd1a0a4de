# misconception: unrecognised
def slope(function, x):
    return 2 * torch.cos(2 * x)
