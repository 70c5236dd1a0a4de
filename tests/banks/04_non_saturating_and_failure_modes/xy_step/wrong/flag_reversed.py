# misconception: flag_reversed
def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    return new_x, y + eta * (x if alternating else new_x)
