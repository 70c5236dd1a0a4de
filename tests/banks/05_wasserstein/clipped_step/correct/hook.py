def clipped_step(critic, optimizer, real, fake, loss, c):
    handle = optimizer.register_step_post_hook(lambda *_: [p.data.clamp_(-c, c) for p in critic.parameters()] and None)
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    handle.remove()
    return value.item()
