def optimal_discriminator(p_data, p_g):
    result = p_data.clone()
    result /= p_data + p_g
    return result
