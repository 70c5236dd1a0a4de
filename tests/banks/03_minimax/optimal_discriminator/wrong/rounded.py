# misconception: hard_decision
def optimal_discriminator(p_data, p_g):
    return torch.round(p_data / (p_data + p_g))
