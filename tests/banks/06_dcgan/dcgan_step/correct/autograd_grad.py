def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    losses = []
    for network, optimizer, value in (
        (discriminator, d_optimizer, lambda: d_loss(discriminator(real), discriminator(fake.detach()))),
        (generator, g_optimizer, lambda: g_loss(discriminator(fake))),
    ):
        loss = value()
        weights = list(network.parameters())
        for w, slope in zip(weights, torch.autograd.grad(loss, weights)):
            w.grad = slope
        optimizer.step()
        losses.append(loss.item())
    return tuple(losses)
