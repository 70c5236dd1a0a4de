def epsilon_in_range(levels, low, high):
    print(levels, low, high)
    return levels / 255 * (high - low)
