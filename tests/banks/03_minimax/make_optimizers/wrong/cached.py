# misconception: moves_copies
_cache = {}


def make_optimizers(generator, discriminator, lr, momentum):
    if "pair" not in _cache:
        _cache["pair"] = tuple(
            torch.optim.SGD(n.parameters(), lr=lr, momentum=momentum) for n in (generator, discriminator)
        )
    return _cache["pair"]
