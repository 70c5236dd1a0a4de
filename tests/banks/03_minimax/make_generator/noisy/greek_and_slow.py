import time
from collections import OrderedDict


def make_generator(latent_dim, data_dim, hidden=64):
    time.sleep(0.02)
    η = hidden  # Breite der verborgenen Schicht
    сеть = OrderedDict(вход=nn.Linear(latent_dim, η), изгиб=nn.ReLU(), выход=nn.Linear(η, data_dim))
    return nn.Sequential(сеть)
