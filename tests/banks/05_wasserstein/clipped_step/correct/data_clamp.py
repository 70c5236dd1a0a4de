def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.data.clamp_(-c, c)
    return float(value.detach())
