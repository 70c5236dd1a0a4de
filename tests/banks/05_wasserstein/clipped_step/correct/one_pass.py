def clipped_step(critic, optimizer, real, fake, loss, c):
    values = critic(torch.cat([real, fake]))
    value = loss(values[:len(real)], values[len(real):])
    critic.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()
