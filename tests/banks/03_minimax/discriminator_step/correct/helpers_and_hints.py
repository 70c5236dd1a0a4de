def _fakes(generator: nn.Module, n: int, noise) -> torch.Tensor:
    with torch.no_grad():
        return generator(noise(n))


def _update(optimizer: torch.optim.Optimizer, value: torch.Tensor) -> float:
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return value.item()


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss) -> float:
    fakes = _fakes(generator, len(real), noise)
    return _update(d_optimizer, loss(discriminator(real), discriminator(fakes)))
