# misconception: ignores_loss
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = critic(fake).mean() - critic(real).mean()
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()
