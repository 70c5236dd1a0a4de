def push(critic, x, loss):
    x = nn.Parameter(x.detach().clone())
    value = loss(critic(x))
    value.backward(inputs=[x])
    return -x.grad * len(x)
