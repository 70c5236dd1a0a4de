# misconception: rescaled
def optimal_discriminator(p_data, p_g):
    return p_data**2 / (p_data**2 + p_g**2)
