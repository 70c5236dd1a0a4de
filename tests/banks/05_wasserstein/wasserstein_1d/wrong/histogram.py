# misconception: becomes_number
def wasserstein_1d(x, y):
    low, high = float(min(x.min(), y.min())), float(max(x.max(), y.max()))
    p = torch.histc(x.detach(), 50, low, high) / len(x)
    q = torch.histc(y.detach(), 50, low, high) / len(y)
    return float(((p - q).cumsum(0).abs()).sum() * (high - low) / 50)
