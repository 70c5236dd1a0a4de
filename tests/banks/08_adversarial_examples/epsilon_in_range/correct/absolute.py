def epsilon_in_range(levels, low, high):
    return abs(high - low) * (levels / 255)
