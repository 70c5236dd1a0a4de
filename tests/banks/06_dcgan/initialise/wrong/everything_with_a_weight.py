# misconception: batch_norm_zeroed
def initialise(layer):
    if getattr(layer, "weight", None) is not None:
        nn.init.normal_(layer.weight, 0.0, 0.02)
    if getattr(layer, "bias", None) is not None:
        nn.init.zeros_(layer.bias)
