# misconception: wrong_type
def epsilon_in_range(levels, low, high):
    return f'{levels}/255'
