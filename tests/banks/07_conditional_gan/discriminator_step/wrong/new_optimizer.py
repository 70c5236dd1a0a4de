# misconception: new_optimizer
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=d_optimizer.param_groups[0]["lr"])
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
