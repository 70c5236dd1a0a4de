def _share(*, of, among):
    return of * torch.reciprocal(among)


def optimal_discriminator(p_data, p_g):
    return _share(among=p_data + p_g, of=p_data)
