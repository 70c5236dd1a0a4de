def count_modes(samples, modes, std, needed=20):
    captured = touched = good = 0
    for mx, my in modes.tolist():
        near = 0
        for x, y in samples.tolist():
            if math.hypot(x - mx, y - my) <= 3 * std:
                near += 1
        captured += near >= needed
        touched += near >= 1
        good += near
    return captured, touched, good / len(samples)
