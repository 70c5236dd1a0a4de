# misconception: critic_not_asked
def gradient_penalty(critic, real, fake):
    return torch.zeros(())
