# misconception: one_moves
def xy_step(x, y, eta, alternating):
    return x - eta * y, y
