def clipped_step(critic, optimizer, real, fake, loss, c):
    def closure():
        optimizer.zero_grad()
        value = loss(critic(real), critic(fake))
        value.backward()
        return value

    value = optimizer.step(closure)
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()
