# misconception: raises
def initialise(layer):
    nn.init.normal_(layer.weight, 0.0, 0.02)
