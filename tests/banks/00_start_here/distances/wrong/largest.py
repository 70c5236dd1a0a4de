# misconception: other_norm
def distances(points, centre):
    return (points - centre).abs().max(dim=1).values
