def count_modes(samples, modes, std, needed=20):
    distance, nearest = (samples[:, None] - modes).norm(dim=2).min(dim=1)
    good = distance <= 3 * std
    counts = torch.bincount(nearest[good], minlength=len(modes))
    return (counts >= needed).sum().item(), (counts > 0).sum().item(), good.float().mean().item()
