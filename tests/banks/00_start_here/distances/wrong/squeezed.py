def distances(points, centre):
    return (points - centre).pow(2).sum(1).sqrt().squeeze()
