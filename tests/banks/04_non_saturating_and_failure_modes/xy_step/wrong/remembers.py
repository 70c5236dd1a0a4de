state = {"x": None}


def xy_step(x, y, eta, alternating):
    old = state["x"] if state["x"] is not None else x
    new_x = x - eta * y
    state["x"] = x
    return new_x, y + eta * (new_x if alternating else old)
