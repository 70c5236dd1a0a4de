# misconception: owns_both
def make_optimizers(generator, discriminator, lr, momentum):
    both = nn.ModuleList([generator, discriminator])
    one = torch.optim.SGD(both.parameters(), lr=lr, momentum=momentum)
    return one, one
