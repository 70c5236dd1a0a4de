# misconception: column
def distances(points, centre):
    return (points - centre).norm(dim=1, keepdim=True)
