# misconception: always_simultaneous
def xy_step(x, y, eta, alternating):
    return x - eta * y, y + eta * x
