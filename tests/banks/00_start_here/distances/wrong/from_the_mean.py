# misconception: not_centred
def distances(points, centre):
    return (points - points.mean(0)).norm(dim=1)
