# misconception: y_moves_first
def xy_step(x, y, eta, alternating):
    new_y = y + eta * x
    return x - eta * (new_y if alternating else y), new_y
