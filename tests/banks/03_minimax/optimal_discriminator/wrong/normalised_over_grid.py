# misconception: rescaled
def optimal_discriminator(p_data, p_g):
    p = p_data / p_data.sum()
    q = p_g / p_g.sum()
    return p / (p + q)
