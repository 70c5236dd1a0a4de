def xy_step(x, y, eta, alternating):
    if alternating:
        x -= eta * y
        y += eta * x
        return x, y
    x, y = x - eta * y, y + eta * x
    return x, y
