# misconception: rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.copy_(c * p.sign())
    return value.item()
