# misconception: roles_swapped
def xy_step(x, y, eta, alternating):
    new_x = x + eta * y
    return new_x, y - eta * (new_x if alternating else x)
