# misconception: penalty_left_out
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        with torch.no_grad():
            price = penalty(critic, real, fake)
        total = value + price
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()
