# misconception: one_side_only
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(c)
    return value.item()
