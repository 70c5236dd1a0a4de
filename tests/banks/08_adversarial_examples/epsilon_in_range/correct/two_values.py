def epsilon_in_range(levels, low, high):
    value = lambda k: low + (high - low) * k / 255
    return value(levels) - value(0)
