def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    seen = new_x if alternating else x
    new_y = y + eta * seen
    return new_x, new_y
