def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        price = penalty(critic, real, fake)
        value = loss(real_values=critic(real), fake_values=critic(fake))
        total = price + value
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()
