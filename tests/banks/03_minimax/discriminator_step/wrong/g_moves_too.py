# misconception: other_player_moved
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    both = torch.optim.SGD([*generator.parameters(), *discriminator.parameters()], lr=0.05)
    value = loss(discriminator(real), discriminator(generator(noise(len(real)))))
    both.zero_grad()
    value.backward()
    both.step()
    return value.item()
