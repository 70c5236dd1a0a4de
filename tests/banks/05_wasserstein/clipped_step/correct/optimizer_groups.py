def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for group in optimizer.param_groups:
            for p in group['params']:
                p.clamp_(-abs(c), abs(c))
    return value.item()
