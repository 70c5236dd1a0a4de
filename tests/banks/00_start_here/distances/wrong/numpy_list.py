# misconception: wrong_type
def distances(points, centre):
    return [float((p - centre).norm()) for p in points]
