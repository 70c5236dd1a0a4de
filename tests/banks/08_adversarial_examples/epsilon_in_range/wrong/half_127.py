# misconception: half_the_range
def epsilon_in_range(levels, low, high):
    return levels / 510 * (high - low)
