# misconception: no_logarithm
def value_function(d, p_data, p_g, dx):
    return (p_data * d + p_g * (1 - d)).sum() * dx
