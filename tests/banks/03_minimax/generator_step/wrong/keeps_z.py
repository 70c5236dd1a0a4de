# misconception: stale_noise
_state = {}


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    if 'z' not in _state:
        _state['z'] = noise(n)
    value = loss(discriminator(generator(_state['z'])))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
