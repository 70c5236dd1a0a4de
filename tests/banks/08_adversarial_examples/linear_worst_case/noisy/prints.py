def linear_worst_case(w, epsilon):
    import warnings
    warnings.warn('worst case')
    η = -epsilon * w.sign()
    print(η)
    return η, w @ η
