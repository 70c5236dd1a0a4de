def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    critic.load_state_dict({k: v.clamp(-c, c) for k, v in critic.state_dict().items()})
    return value.item()
