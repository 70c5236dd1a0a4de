# misconception: unrecognised
def distances(points, centre):
    return points @ centre
