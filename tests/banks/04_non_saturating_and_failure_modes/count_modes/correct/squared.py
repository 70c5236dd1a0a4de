def count_modes(samples, modes, std, needed=20):
    squared = ((samples.unsqueeze(1) - modes.unsqueeze(0)) ** 2).sum(-1)
    close = squared < (3 * std) ** 2
    per_mode = close.long().sum(dim=0)
    captured = torch.count_nonzero(per_mode >= needed)
    touched = torch.count_nonzero(per_mode)
    return captured, touched, close.sum() / len(samples)
