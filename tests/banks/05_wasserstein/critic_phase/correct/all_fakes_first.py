def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    reals = [sample_real() for _ in range(n_critic)]
    with torch.no_grad():
        fakes = generator(noise(sum(map(len, reals)))).split([len(r) for r in reals])
    for real, fake in zip(reals, fakes):
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()
