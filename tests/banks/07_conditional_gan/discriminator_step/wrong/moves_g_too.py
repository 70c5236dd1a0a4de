# misconception: other_player_moved
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels)
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    generator.zero_grad()
    value.backward()
    d_optimizer.step()
    with torch.no_grad():
        for p in generator.parameters():
            p -= 0.1 * p.grad
    return value.item()
