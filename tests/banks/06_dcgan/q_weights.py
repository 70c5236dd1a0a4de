# %% correct · right_0
q_weights = 32768

# %% correct · right_1
q_weights = 64 * 32 * 4 * 4

# %% correct · right_2
q_weights = 32_768.0

# %% correct · right_3
q_weights = sum(p.numel() for p in nn.Conv2d(32, 64, 4, 2, 1, bias=False).parameters())

# %% wrong · bias · with_bias
q_weights = 32768 + 64

# %% wrong · dense · fully_connected
q_weights = 2048 * 1024

# %% wrong · kernel · one_kernel
q_weights = 16

# %% wrong · list · wrong_type
q_weights = [64, 32, 4, 4]

# %% wrong · one_input · one_input_channel
q_weights = 64 * 16

# %% wrong · one_output · one_output_channel
q_weights = 32 * 16

# %% wrong · other · other_answer
q_weights = 2048

# %% wrong · unanswered · unanswered
q_weights = None
