def distances(points, centre):
    columns = (points - centre).unbind(dim=1)
    total = torch.zeros(len(points))
    for column in columns:
        total = torch.hypot(total, column)
    return total
