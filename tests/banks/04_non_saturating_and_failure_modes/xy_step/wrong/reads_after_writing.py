# misconception: always_alternating
def xy_step(x, y, eta, alternating):
    x = x - eta * y
    y = y + eta * x
    return x, y
