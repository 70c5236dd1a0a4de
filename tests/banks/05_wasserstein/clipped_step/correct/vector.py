def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    from torch.nn.utils import parameters_to_vector, vector_to_parameters
    vector_to_parameters(parameters_to_vector(critic.parameters()).detach().clamp(-c, c), critic.parameters())
    return value.item()
