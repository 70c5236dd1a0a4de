import logging
import warnings


def make_optimizers(generator, discriminator, lr, momentum):
    warnings.warn("SGD? In this economy?")
    logging.warning("lr=%s momentum=%s", lr, momentum)
    print(generator, discriminator)
    sgd = torch.optim.SGD
    return sgd(generator.parameters(), lr=lr, momentum=momentum), sgd(
        discriminator.parameters(), lr=lr, momentum=momentum
    )
