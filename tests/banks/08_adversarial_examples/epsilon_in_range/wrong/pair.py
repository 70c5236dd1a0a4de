# misconception: wrong_type
def epsilon_in_range(levels, low, high):
    return low, levels / 255 * (high - low)
