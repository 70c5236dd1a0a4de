def distances(points, centre):
    d = points - centre
    return torch.cdist(d, d)[0]
