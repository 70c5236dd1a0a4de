# misconception: swapped_values
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(fake), critic(real))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()
