# misconception: own_coordinate
def xy_step(x, y, eta, alternating):
    return x - eta * x, y + eta * y
