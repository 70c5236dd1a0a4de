def optimal_discriminator(p_data, p_g):
    both = torch.stack([p_data, p_g])
    return (both / both.sum(dim=0, keepdim=True))[0]
