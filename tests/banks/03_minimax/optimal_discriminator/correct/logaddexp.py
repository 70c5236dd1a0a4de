def optimal_discriminator(p_data, p_g):
    a, b = p_data.log(), p_g.log()
    return torch.exp(a - torch.logaddexp(a, b))
