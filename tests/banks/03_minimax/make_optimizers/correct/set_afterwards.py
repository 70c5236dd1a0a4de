def make_optimizers(generator, discriminator, lr, momentum):
    made = []
    for network in [generator, discriminator]:
        optimizer = torch.optim.SGD(network.parameters(), lr=1.0)
        for group in optimizer.param_groups:
            group["lr"] = lr
            group["momentum"] = momentum
        made.append(optimizer)
    return made[0], made[1]
