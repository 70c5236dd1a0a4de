def xy_step(x, y, eta, alternating):
    for _ in range(2):
        new_x = x - eta * y
        x, y = new_x, y + eta * (new_x if alternating else x)
    return x, y
