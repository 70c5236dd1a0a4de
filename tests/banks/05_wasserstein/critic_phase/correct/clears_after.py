def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        critic.zero_grad(set_to_none=False)
        total.backward()
        optimizer.step()
        after_step(critic)
        optimizer.zero_grad()
    return value.item()
