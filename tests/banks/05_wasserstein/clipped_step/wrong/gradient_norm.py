# misconception: gradient_clipping
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(critic.parameters(), c)
    optimizer.step()
    return value.item()
