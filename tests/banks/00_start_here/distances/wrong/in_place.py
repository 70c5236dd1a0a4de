# misconception: modifies_inputs
def distances(points, centre):
    points -= centre
    return points.pow(2).sum(dim=1).sqrt()
