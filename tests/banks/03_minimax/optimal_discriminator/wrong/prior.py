def optimal_discriminator(p_data, p_g):
    return 0.5 * p_data / (0.5 * p_data + p_g)
