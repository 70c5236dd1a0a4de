def optimal_discriminator(p_data, p_g):
    return torch.maximum(p_data, p_g) / (p_data + p_g)
