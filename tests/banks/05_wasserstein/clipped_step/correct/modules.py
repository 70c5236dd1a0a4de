def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for m in critic.modules():
        for name in ('weight', 'bias'):
            w = getattr(m, name, None)
            if isinstance(w, torch.Tensor):
                w.data.clamp_(-c, c)
    return value.item()
