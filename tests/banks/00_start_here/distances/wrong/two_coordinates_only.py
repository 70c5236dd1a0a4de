# misconception: unrecognised
def distances(points, centre):
    d = points - centre
    return (d[:, 0] ** 2 + d[:, 1] ** 2).sqrt()
