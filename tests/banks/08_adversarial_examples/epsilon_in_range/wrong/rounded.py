def epsilon_in_range(levels, low, high):
    return round(levels / 255 * (high - low), 2)
