# misconception: upper_end
def epsilon_in_range(levels, low, high):
    return levels / 255 * (high + low)
