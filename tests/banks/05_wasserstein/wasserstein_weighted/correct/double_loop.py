def wasserstein_weighted(x, y, x_weights, y_weights):
    points = sorted(x.double().tolist() + y.double().tolist())
    total = torch.zeros((), dtype=torch.float64)
    for low, high in zip(points, points[1:]):
        f = x_weights.double()[x.double() <= low].sum()
        g = y_weights.double()[y.double() <= low].sum()
        total = total + (high - low) * (f - g).abs()
    return total
