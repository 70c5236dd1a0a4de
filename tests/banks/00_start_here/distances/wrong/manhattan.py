# misconception: other_norm
def distances(points, centre):
    return (points - centre).abs().sum(dim=1)
