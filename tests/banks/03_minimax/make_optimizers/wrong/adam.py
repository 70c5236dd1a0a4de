# misconception: another_rule
def make_optimizers(generator, discriminator, lr, momentum):
    betas = (0.5, 0.999)
    g = torch.optim.Adam(generator.parameters(), lr=lr, betas=betas)
    return g, torch.optim.Adam(discriminator.parameters(), lr=lr, betas=betas)
