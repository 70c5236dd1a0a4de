def _mean(v):
    return torch.nanmean(v)


generator_loss = lambda fake_values: _mean(fake_values).mul(-1)
