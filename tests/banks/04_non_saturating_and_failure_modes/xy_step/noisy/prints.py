def xy_step(x, y, eta, alternating):
    neu_x = x - eta * y
    neu_y = y + eta * (neu_x if alternating else x)
    print(f"({x:.2f}, {y:.2f}) → ({neu_x:.2f}, {neu_y:.2f})")
    return neu_x, neu_y
