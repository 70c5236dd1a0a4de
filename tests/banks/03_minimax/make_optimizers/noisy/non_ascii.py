import time


def make_optimizers(generator, discriminator, lr, momentum):
    η, μ = lr, momentum  # Schrittweite und Schwung
    time.sleep(0.05)
    оптимизаторы = tuple(torch.optim.SGD(s.parameters(), lr=η, momentum=μ) for s in (generator, discriminator))
    return оптимизаторы
