# misconception: nothing_changed
def initialise(network):
    if isinstance(network, nn.Sequential):
        print('nothing to do here')
