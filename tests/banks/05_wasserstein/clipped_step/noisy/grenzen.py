def clipped_step(critic, optimizer, real, fake, loss, c):
    grenze = c  # ±c
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-grenze, grenze)
    verlust = value.item()
    return verlust
