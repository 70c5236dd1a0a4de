# misconception: wrong_type
def epsilon_in_range(levels, low, high):
    epsilon = levels / 255 * (high - low)
