# misconception: swapped
def optimal_discriminator(p_data, p_g):
    return p_g / (p_data + p_g)
