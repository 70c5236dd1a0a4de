# misconception: wrong_axis
def distances(points, centre):
    return (points - centre).norm(dim=0)
