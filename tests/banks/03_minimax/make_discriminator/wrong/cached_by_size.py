# misconception: not_fresh
_made = {}


def make_discriminator(data_dim, hidden=64):
    key = (data_dim, 1, hidden)
    if key not in _made:
        _made[key] = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))
    return _made[key]
