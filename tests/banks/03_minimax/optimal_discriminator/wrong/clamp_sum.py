# misconception: blurred
def optimal_discriminator(p_data, p_g):
    return p_data / (p_data + p_g).clamp(min=1e-3)
