def xy_step(x, y, eta, alternating):
    new_x = int(x - eta * y)
    return new_x, int(y + eta * (new_x if alternating else x))
