# misconception: cut_from_d
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        fake = generator(noise(len(real)))
        value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
