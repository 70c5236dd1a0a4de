# misconception: other_player_moved
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real)))
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        with torch.no_grad():
            for p in generator.parameters():
                p -= 0.01 * p.grad
        after_step(critic)
    return value.item()
