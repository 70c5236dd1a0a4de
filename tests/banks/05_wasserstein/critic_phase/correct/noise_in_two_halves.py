def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        half = len(real) // 2
        z = torch.cat([noise(half), noise(len(real) - half)])
        fake = generator(z).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()
