# misconception: nan_at_zero
def optimal_discriminator(p_data, p_g):
    odds = (1 / p_data) * p_g
    return 1 / (1 + odds) * (p_data / p_data)
