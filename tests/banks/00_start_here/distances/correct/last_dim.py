def distances(points, centre):
    squares = (points - centre[None, :]) ** 2
    return torch.sum(squares, -1) ** 0.5
