import logging
import warnings


class Chatty(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        warnings.warn(f"building {wide} -> {hidden} -> {out}")
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        print("input", x.shape)
        logging.info("forward")
        return self.net(x)


def make_generator(latent_dim, data_dim, hidden=64):
    return Chatty(latent_dim, data_dim, hidden)
