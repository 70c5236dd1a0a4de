def optimal_discriminator(p_data, p_g):
    logs = torch.stack((p_data.log(), p_g.log()), dim=-1)
    return F.softmax(logs, dim=-1)[..., 0]
