# misconception: left_frozen
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.enable_grad():
        value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    torch.set_grad_enabled(False)
    return value.item()
