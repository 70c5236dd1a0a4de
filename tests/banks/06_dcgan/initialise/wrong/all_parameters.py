# misconception: batch_norm_zeroed
def initialise(layer):
    for p in layer.parameters():
        nn.init.normal_(p, 0.0, 0.02)
