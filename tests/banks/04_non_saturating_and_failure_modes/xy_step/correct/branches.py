def xy_step(x, y, eta, alternating):
    match alternating:
        case True:
            return [x - eta * y, y + eta * x - eta**2 * y]
        case _:
            return [x - eta * y, y + eta * x]
