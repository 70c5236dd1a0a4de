# misconception: wrong_type
def xy_step(x, y, eta, alternating):
    return x * y
