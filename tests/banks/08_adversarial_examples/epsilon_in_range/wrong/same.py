# misconception: not_converted
def epsilon_in_range(levels, low, high):
    return levels
