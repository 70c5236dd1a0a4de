def optimal_discriminator(p_data, p_g):
    return p_data.double() / (p_data.double() + p_g.double())
