def epsilon_in_range(levels, low, high):
    step = (high - low) / 255.0
    return levels * step
