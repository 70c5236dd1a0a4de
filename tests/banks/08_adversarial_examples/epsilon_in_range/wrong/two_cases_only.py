def epsilon_in_range(levels, low, high):
    return levels / 255 * (2 if low < 0 else 1)
