# misconception: rescaled
def optimal_discriminator(p_data, p_g):
    d = p_data / (p_data + p_g)
    return d / d.max()
