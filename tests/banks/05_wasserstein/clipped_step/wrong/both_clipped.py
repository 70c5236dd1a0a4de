# misconception: gradients_clipped_too
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(critic.parameters(), c)
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()
