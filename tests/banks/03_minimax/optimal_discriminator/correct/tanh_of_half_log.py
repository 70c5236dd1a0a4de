def optimal_discriminator(p_data, p_g):
    return 0.5 * (1 + torch.tanh(0.5 * (torch.log(p_data) - torch.log(p_g))))
