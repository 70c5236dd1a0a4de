import warnings

def distances(points, centre):
    print('shapes', points.shape, centre.shape)
    warnings.warn('careful')
    return (points - centre).norm(dim=-1)
