# misconception: new_optimizer
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=d_optimizer.param_groups[0]['lr'], momentum=0.9)
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
