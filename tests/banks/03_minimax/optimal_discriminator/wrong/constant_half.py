# misconception: constant_half
def optimal_discriminator(p_data, p_g):
    return torch.ones_like(p_data) / 2
