# misconception: step_size
def xy_step(x, y, eta, alternating, step=0.1):
    new_x = x - step * y
    return new_x, y + step * (new_x if alternating else x)
