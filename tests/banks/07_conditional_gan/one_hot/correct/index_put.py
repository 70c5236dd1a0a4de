def one_hot(labels, classes):
    out = labels.new_zeros((labels.numel(), classes), dtype=torch.float)
    out[torch.arange(labels.numel()), labels] = 1.0
    return out
