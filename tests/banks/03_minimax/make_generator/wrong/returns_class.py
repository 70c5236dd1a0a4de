# misconception: not_a_module
def make_generator(latent_dim, data_dim, hidden=64):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))

        def forward(self, x):
            return self.net(x)

    return Net
