# misconception: some_left_out
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in list(critic.parameters())[:2]:
            p.clamp_(-c, c)
    return value.item()
