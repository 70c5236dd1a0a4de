def distances(points, centre):
    delta = points - centre
    return torch.einsum('ij,ij->i', delta, delta).sqrt()
