def xy_step(x, y, eta, alternating):
    new_x = x - eta * y
    new_y = y + eta * (new_x if alternating else x)
    r = math.hypot(x, y) / math.hypot(new_x, new_y)
    return new_x * r, new_y * r
