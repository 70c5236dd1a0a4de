def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    frozen = [p for p in discriminator.parameters() if p.requires_grad]
    try:
        for p in frozen:
            p.requires_grad = False
        g_optimizer.zero_grad()
        value = loss(fake_logits=discriminator(generator(noise(n))))
        value.backward()
        g_optimizer.step()
    finally:
        for p in frozen:
            p.requires_grad = True
    return value.detach().cpu().item()
