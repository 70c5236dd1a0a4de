def wasserstein_weighted(x, y, x_weights, y_weights):
    from scipy.optimize import linprog
    n, m = len(x), len(y)
    cost = (x[:, None] - y).abs().double().flatten().numpy()
    rows = torch.zeros(n + m, n * m, dtype=torch.float64)
    for i in range(n):
        rows[i, i * m:(i + 1) * m] = 1
    for j in range(m):
        rows[n + j, j::m] = 1
    p, q = x_weights.double(), y_weights.double()
    mass = torch.cat([p / p.sum(), q / q.sum()]).numpy()
    return torch.tensor(linprog(cost, A_eq=rows[:-1].numpy(), b_eq=mass[:-1]).fun)
