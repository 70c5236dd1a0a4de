import logging


def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fälschung = generator(noise(len(real)), labels).detach()
    logging.warning("judging three kinds")
    value = loss(
        discriminator(real, labels), discriminator(fälschung, labels), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    print(f"loss {value.item():.3f}")
    return value.item()
