def distances(points, centre):
    return torch.linalg.norm(points - centre, dim=1)
