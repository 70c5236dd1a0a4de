# misconception: blurred
def optimal_discriminator(p_data, p_g):
    return (p_data + 1e-3) / (p_data + p_g + 2e-3)
