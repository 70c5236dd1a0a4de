import warnings
def clipped_step(critic, optimizer, real, fake, loss, c):
    warnings.warn('clipping')
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    print(max(p.abs().max() for p in critic.parameters()))
    return value.item()
