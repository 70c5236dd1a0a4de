def optimal_discriminator(p_data, p_g):
    # log 0 = -inf and sigmoid(-inf) = 0, so zeros need no special care
    logit = torch.log(p_data) - torch.log(p_g)
    return torch.sigmoid(logit)
