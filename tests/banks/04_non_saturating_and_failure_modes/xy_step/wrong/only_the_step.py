# misconception: returns_the_step
def xy_step(x, y, eta, alternating):
    dx = -eta * y
    return dx, eta * (x + dx if alternating else x)
