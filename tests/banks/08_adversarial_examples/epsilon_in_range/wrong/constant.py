def epsilon_in_range(levels, low, high):
    return 8 / 255 * (high - low)
