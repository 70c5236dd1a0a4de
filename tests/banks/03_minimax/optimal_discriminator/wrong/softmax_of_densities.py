# misconception: difference
def optimal_discriminator(p_data, p_g):
    return torch.softmax(torch.stack([p_data, p_g]), dim=0)[0]
