# misconception: new_optimizer
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    discriminator.zero_grad()
    value.backward()
    with torch.no_grad():
        for p in discriminator.parameters():
            p -= d_optimizer.param_groups[0]['lr'] * p.grad
    return value.item()
