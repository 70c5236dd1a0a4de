def epsilon_in_range(levels, low, high):
    return (high - low) * levels / 255
