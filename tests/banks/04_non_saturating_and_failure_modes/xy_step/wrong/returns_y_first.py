# misconception: returns_swapped
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    return y + eta * (new_x if alternating else x), new_x
