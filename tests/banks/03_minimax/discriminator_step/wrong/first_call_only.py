# misconception: unrecognised
_done = []


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    _done.append(1)
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    if len(_done) < 2:
        d_optimizer.step()
    else:
        for p in discriminator.parameters():
            p.grad *= 0.3
        d_optimizer.step()
    return value.item()
