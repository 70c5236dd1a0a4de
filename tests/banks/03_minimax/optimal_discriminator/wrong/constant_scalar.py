# misconception: constant_half
def optimal_discriminator(p_data, p_g):
    return torch.tensor(0.5)
