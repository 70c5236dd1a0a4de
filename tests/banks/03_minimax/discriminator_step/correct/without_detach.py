def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    # the gradients left in G are cleared by G's own step
    d_optimizer.zero_grad(set_to_none=False)
    value = loss(discriminator(real), discriminator(generator(noise(real.size(0)))))
    value.backward()
    d_optimizer.step()
    return value.detach().item()
