# misconception: swapped
def optimal_discriminator(p_data, p_g):
    return torch.sigmoid(torch.log(p_g) - torch.log(p_data))
