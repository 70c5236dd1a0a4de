# misconception: modifies_inputs
def optimal_discriminator(p_data, p_g):
    p_g += p_data
    return p_data / p_g
