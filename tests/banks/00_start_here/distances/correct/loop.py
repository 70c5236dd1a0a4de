import math

def distances(points, centre):
    out = []
    for row in points:
        out.append(math.sqrt(sum((float(a) - float(b)) ** 2 for a, b in zip(row, centre))))
    return torch.tensor(out)
