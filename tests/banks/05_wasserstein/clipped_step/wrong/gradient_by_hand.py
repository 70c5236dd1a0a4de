# misconception: gradient_clipping
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    for p in critic.parameters():
        p.grad.clamp_(-c, c)
    optimizer.step()
    return value.item()
