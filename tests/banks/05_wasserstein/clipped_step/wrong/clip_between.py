# misconception: clip_before_step
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    optimizer.step()
    return value.item()
