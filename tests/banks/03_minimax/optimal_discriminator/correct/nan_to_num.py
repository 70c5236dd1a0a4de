def optimal_discriminator(p_data, p_g):
    return torch.nan_to_num(p_data / (p_data + p_g), nan=0.5).clamp(0, 1)
