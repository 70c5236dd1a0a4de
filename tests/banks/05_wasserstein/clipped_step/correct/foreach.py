def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    weights = [p.data for p in critic.parameters()]
    torch._foreach_clamp_max_(weights, c)
    torch._foreach_clamp_min_(weights, -c)
    return value.item()
