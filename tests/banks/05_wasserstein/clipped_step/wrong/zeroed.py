# misconception: rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p[p.abs() > c] = 0
    return value.item()
