# misconception: damped
def xy_step(x, y, eta, alternating):
    new_x = x - eta * (y + 0.3 * x)
    return new_x, y + eta * ((new_x if alternating else x) - 0.3 * y)
