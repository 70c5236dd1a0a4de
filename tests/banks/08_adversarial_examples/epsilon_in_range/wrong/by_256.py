# misconception: 256_steps
def epsilon_in_range(levels, low, high):
    return levels / 256 * (high - low)
