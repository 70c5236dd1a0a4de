# misconception: nothing_changed
def initialise(layer):
    if type(layer).__name__ in ('conv', 'convtranspose', 'linear'):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
