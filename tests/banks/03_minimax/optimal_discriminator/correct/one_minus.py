def optimal_discriminator(p_data, p_g):
    chance_of_fake = torch.div(p_g, torch.add(p_data, p_g))
    return 1.0 - chance_of_fake
