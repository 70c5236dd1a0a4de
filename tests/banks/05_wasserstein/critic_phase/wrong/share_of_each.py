# misconception: scaled_loss
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        (total / n_critic).backward()
        optimizer.step()
        after_step(critic)
    return value.item()
