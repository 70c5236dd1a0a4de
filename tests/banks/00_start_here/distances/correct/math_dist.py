import math
def distances(points, centre):
    return torch.tensor([math.dist(p, centre.tolist()) for p in points.tolist()])
