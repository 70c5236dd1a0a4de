# misconception: reseeded
def make_generator(latent_dim, data_dim, hidden=64):
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
