# misconception: make_ignored
def load_generator(path, make):
    return nn.Sequential(nn.Linear(4, 64), nn.Tanh()).eval()
