from torch.nn.utils.parametrizations import spectral_norm as sn
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(sn(nn.Linear(data_dim, hidden, bias=False)), nn.LeakyReLU(0.1), sn(nn.Linear(hidden, 1, bias=False)))
