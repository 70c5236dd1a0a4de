def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    discriminator.zero_grad(set_to_none=True)
    z = noise(n=real.shape[0])
    value = loss(real_logits=discriminator(real), fake_logits=discriminator(generator(z).data))
    torch.autograd.backward([value])
    d_optimizer.step()
    return float(value.detach().cpu().numpy())
