def count_modes(samples, modes, std, needed=20):
    inside = torch.cdist(samples, modes) <= 3 * std
    n = inside.sum(dim=0)
    return torch.stack([(n >= needed).sum().float(), (n >= 1).sum().float(), inside.any(1).float().mean()])
