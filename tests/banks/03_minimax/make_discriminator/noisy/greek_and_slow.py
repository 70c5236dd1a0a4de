import time
from collections import OrderedDict


def make_discriminator(data_dim, hidden=64):
    time.sleep(0.02)
    η = hidden  # Breite der verborgenen Schicht
    сеть = OrderedDict(вход=nn.Linear(data_dim, η), изгиб=nn.ReLU(), выход=nn.Linear(η, 1))
    return nn.Sequential(сеть)
