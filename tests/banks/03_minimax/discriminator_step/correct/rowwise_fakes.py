def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        fakes = torch.cat([generator(noise(1)) for _ in range(real.size(0))])
    out = loss(discriminator(real), discriminator(fakes))
    d_optimizer.zero_grad()
    out.backward()
    d_optimizer.step()
    return out.item()
