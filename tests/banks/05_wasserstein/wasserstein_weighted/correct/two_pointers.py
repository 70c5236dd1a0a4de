def wasserstein_weighted(x, y, x_weights, y_weights):
    a = sorted(zip(x.tolist(), x_weights.tolist()))
    b = sorted(zip(y.tolist(), y_weights.tolist()))
    i = j = 0
    work = 0.0
    left, right = a[0][1], b[0][1]
    while True:
        mass = min(left, right)
        work += mass * abs(a[i][0] - b[j][0])
        left -= mass
        right -= mass
        if left <= 1e-12:
            i += 1
            if i == len(a):
                break
            left = a[i][1]
        if right <= 1e-12:
            j += 1
            if j == len(b):
                break
            right = b[j][1]
    return torch.tensor(work)
