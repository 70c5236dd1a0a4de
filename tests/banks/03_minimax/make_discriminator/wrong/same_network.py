# misconception: sizes_ignored
_made = {}


def make_discriminator(data_dim, hidden=64):
    if "net" not in _made:
        _made["net"] = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(1))
    return _made["net"]
