# misconception: not_fresh
_made = {}


def make_generator(latent_dim, data_dim, hidden=64):
    key = (latent_dim, data_dim, hidden)
    if key not in _made:
        _made[key] = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
    return _made[key]
