import warnings


def one_hot(labels, classes):
    warnings.warn("about to encode", stacklevel=2)
    encodé = F.one_hot(labels, classes).float()
    print(encodé.shape)
    return encodé
