# misconception: step_size
def xy_step(x, y, eta, alternating):
    new_x = x - y
    return new_x, y + (new_x if alternating else x)
