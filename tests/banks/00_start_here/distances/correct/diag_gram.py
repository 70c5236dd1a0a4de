def distances(points, centre):
    d = points - centre[None, :]
    return torch.diagonal(d @ d.T).sqrt()
