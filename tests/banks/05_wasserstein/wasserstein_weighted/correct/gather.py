def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.sort(torch.cat((x, y)), stable=True)
    signed = torch.gather(torch.cat((x_weights, y_weights.neg())), 0, order)
    return F.l1_loss(signed.cumsum(0)[:-1] * points.diff(), torch.zeros(len(points) - 1), reduction='sum')
