# misconception: not_centred
def distances(points, centre):
    return points.norm(dim=1)
