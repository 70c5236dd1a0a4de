# %% correct · plain
def historical_penalty(theta, history):
    return (theta - history.mean(0)).square().sum()

# %% correct · product
def historical_penalty(theta, history):
    gap = theta - history.sum(dim=0) / history.shape[0]
    return torch.dot(gap, gap)

# %% correct · norm_squared
def historical_penalty(theta, history):
    return torch.linalg.vector_norm(theta - torch.mean(history, axis=0)) ** 2

# %% correct · detached_past
def historical_penalty(theta, history):
    return torch.sum(torch.pow(theta - history.detach().mean(0), 2))

# %% correct · running_mean
def historical_penalty(theta, history):
    mean = torch.zeros_like(history[0])
    for t, state in enumerate(history, start=1):
        mean = mean + (state - mean) / t
    return ((theta - mean) ** 2).sum()

# %% correct · mse_sum
def historical_penalty(theta, history):
    return F.mse_loss(theta, history.mean(0), reduction="sum")

# %% wrong · mse · mean_over_parameters
def historical_penalty(theta, history):
    return F.mse_loss(theta, history.mean(0))

# %% wrong · length · not_squared
def historical_penalty(theta, history):
    return torch.norm(theta - history.mean(0))

# %% wrong · absolute · not_squared
def historical_penalty(theta, history):
    return (theta - history.mean(0)).abs().sum()

# %% wrong · each_state · every_state
def historical_penalty(theta, history):
    return (theta - history).square().sum(1).mean()

# %% wrong · each_state_summed · every_state
def historical_penalty(theta, history):
    return ((theta - history) ** 2).sum()

# %% wrong · last · last_state
def historical_penalty(theta, history):
    return (theta - history[-1]).square().sum()

# %% wrong · with_now · present_included
def historical_penalty(theta, history):
    mean = torch.cat([history, theta.unsqueeze(0)]).mean(0)
    return (theta - mean).square().sum()

# %% wrong · sum_of_the_past · sum_of_history
def historical_penalty(theta, history):
    return (theta - history.sum(0)).square().sum()

# %% wrong · one_mean · wrong_axis
def historical_penalty(theta, history):
    return (theta - history.mean()).square().sum()

# %% wrong · negative · sign
def historical_penalty(theta, history):
    return -(theta - history.mean(0)).square().sum()

# %% wrong · each_parameter · one_number_per_parameter
def historical_penalty(theta, history):
    return (theta - history.mean(0)) ** 2

# %% wrong · number · becomes_number
def historical_penalty(theta, history):
    return float((theta - history.mean(0)).square().sum())

# %% wrong · cut · detached
def historical_penalty(theta, history):
    return (theta.detach() - history.mean(0)).square().sum()
