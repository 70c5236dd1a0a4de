# misconception: blurred
def optimal_discriminator(p_data, p_g):
    return (p_data / (p_data + p_g)).clamp(0.01, 0.99)
