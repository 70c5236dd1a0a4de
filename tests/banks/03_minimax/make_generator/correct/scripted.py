def make_generator(latent_dim, data_dim, hidden=64):
    return torch.jit.script(nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim)))
