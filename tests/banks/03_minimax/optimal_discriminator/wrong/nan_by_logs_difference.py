# misconception: nan_at_zero
def optimal_discriminator(p_data, p_g):
    log_total = torch.log(p_data * (1 + p_g / p_data))
    return torch.exp(torch.log(p_data) - log_total)
