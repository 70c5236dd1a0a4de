def optimal_discriminator(p_data, p_g):
    """1 / (1 + odds of a fake)."""
    odds = p_g / p_data
    return 1 / (1 + odds)
