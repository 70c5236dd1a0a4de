# misconception: own_coordinate
def xy_step(x, y, eta, alternating):
    new_x = x - eta * x * y
    return new_x, y + eta * (new_x if alternating else x) * y
