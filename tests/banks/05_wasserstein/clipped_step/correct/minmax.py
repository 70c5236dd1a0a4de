def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.data.copy_(torch.minimum(torch.maximum(p.data, torch.full_like(p, -c)), torch.full_like(p, c)))
    return value.item()
