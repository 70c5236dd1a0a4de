xy_step = lambda x, y, eta, alternating=False: (x - eta * y, y + eta * (x - eta * y * bool(alternating)))
