def epsilon_in_range(levels, low, high):
    import warnings
    warnings.warn('units!')
    schritt = (high - low) / 255
    return levels * schritt
