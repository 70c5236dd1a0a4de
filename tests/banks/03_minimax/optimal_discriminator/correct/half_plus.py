def optimal_discriminator(p_data, p_g):
    return 0.5 + 0.5 * (p_data - p_g) / (p_data + p_g)
