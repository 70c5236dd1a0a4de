# %% correct · expression
import math

q_nats_of_three_bits = 3 * math.log(2)

# %% correct · rounded
q_nats_of_three_bits = 2.08

# %% correct · tensor
import torch

q_nats_of_three_bits = torch.log(torch.tensor(8.0))

# %% wrong · backwards · converted_backwards
import math

q_nats_of_three_bits = 3 / math.log(2)

# %% wrong · none · unanswered
q_nats_of_three_bits = None

# %% wrong · other · other_answer
q_nats_of_three_bits = 0.693

# %% wrong · same · same_number
q_nats_of_three_bits = 3
