# misconception: sizes_ignored
_made = {}


def make_generator(latent_dim, data_dim, hidden=64):
    if "net" not in _made:
        _made["net"] = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(data_dim))
    return _made["net"]
