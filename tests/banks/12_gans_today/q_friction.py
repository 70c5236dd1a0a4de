# %% correct · answer_1
q_friction = -0.2

# %% correct · answer_2
q_friction = -1 / 5

# %% correct · answer_3
q_friction = -0.20

# %% correct · answer_4
q_friction = torch.tensor(-0.2)

# %% correct · answer_5
q_friction = -2 * 0.2 / 2

# %% correct · answer_6
q_friction = torch.linalg.eigvals(torch.tensor([[0.0, 0.5], [-0.5, -0.4]])).real.mean()

# %% wrong · frequency · imaginary_part
q_friction = (0.25 - 0.04) ** 0.5

# %% wrong · growth_doubled · sign
q_friction = 0.4

# %% wrong · half_forgotten · half_forgotten
q_friction = -0.4

# %% wrong · imaginary · imaginary_part
q_friction = 0.5

# %% wrong · none · unanswered
q_friction = None

# %% wrong · one_penalty · one_penalty
q_friction = -0.1

# %% wrong · other · other_answer
q_friction = -0.3

# %% wrong · sign · sign
q_friction = 0.2

# %% wrong · text · wrong_type
q_friction = "-0.2"

# %% wrong · zero · imaginary_part
q_friction = 0.0

# %% noisy · prints
print('thinking')
q_friction = -0.2

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_friction = -0.2
