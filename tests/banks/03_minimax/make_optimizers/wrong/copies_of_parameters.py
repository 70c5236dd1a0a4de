# misconception: moves_copies
import copy


def make_optimizers(generator, discriminator, lr, momentum):
    g, d = copy.deepcopy(generator), copy.deepcopy(discriminator)
    return (
        torch.optim.SGD(g.parameters(), lr=lr, momentum=momentum),
        torch.optim.SGD(d.parameters(), lr=lr, momentum=momentum),
    )
