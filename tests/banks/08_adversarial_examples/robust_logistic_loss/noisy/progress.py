def robust_logistic_loss(x, y, w, b, epsilon):
    from tqdm import tqdm
    for _ in tqdm(range(2)):
        loss = F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean()
    return loss
