def count_modes(samples, modes, std, needed=20):
    found = metrics.mode_coverage(samples, modes, std, capture=needed / len(samples))
    return [found.captured, found.any, found.good]
