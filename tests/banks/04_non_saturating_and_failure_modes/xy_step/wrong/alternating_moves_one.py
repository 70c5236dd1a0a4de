def xy_step(x, y, eta, alternating):
    if alternating:
        return x - eta * y, y
    return x - eta * y, y + eta * x
