def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    return round(new_x, 1), round(y + eta * (new_x if alternating else x), 1)
