# misconception: difference
def optimal_discriminator(p_data, p_g):
    return (p_data - p_g) / (p_data + p_g)
