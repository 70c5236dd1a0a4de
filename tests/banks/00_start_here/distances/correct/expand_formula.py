def distances(points, centre):
    sq = (points ** 2).sum(-1) - 2 * points @ centre + (centre ** 2).sum()
    return sq.clamp_min(0).sqrt()
