# misconception: averaged
def distances(points, centre):
    return (points - centre).pow(2).mean(dim=1).sqrt()
