def distances(points, centre):
    return torch.cdist(points, centre.unsqueeze(0)).squeeze(1)
