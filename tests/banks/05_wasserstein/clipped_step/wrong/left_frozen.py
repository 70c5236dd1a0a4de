# misconception: left_frozen
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    critic.requires_grad_(False)
    for p in critic.parameters():
        p.clamp_(-c, c)
    return value.item()
