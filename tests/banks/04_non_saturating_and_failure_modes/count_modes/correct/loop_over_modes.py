def count_modes(samples, modes, std, needed=20):
    counts = [((samples - m).pow(2).sum(1).sqrt() <= 3 * std).sum().item() for m in modes]
    return sum(c >= needed for c in counts), sum(map(bool, counts)), sum(counts) / samples.shape[0]
