def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    figure, ax = plt.subplots()
    ax.step(points[:-1], gap)
    plt.close(figure)
    return (gap.abs() * points.diff()).sum()
