# misconception: raises
def make_discriminator(data_dim, classes, hidden=256):
    net = nn.Linear(data_dim + classes, 1)
    return net(torch.zeros(1, 266))
