# misconception: returns_the_step
def xy_step(x, y, eta, alternating):
    return -y, x
