# misconception: one_number
def distances(points, centre):
    return (points - centre).norm()
