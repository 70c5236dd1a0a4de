# misconception: not_two_optimizers
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.SGD
    return {"g": make(generator.parameters(), lr, momentum), "d": make(discriminator.parameters(), lr, momentum)}
