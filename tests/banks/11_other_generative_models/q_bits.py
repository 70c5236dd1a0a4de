# %% correct · by_function
def bits(log_p, pixels):
    return -log_p / (pixels * math.log(2))


q_bits = bits(-34.0, 196)

# %% correct · expression
q_bits = 34.0 / (14 * 14 * 0.693147)

# %% correct · log2_of_e
q_bits = 34 * math.log2(math.e) / 196

# %% correct · numpy
import numpy as np

q_bits = np.float64(34.0 / np.log(2) / 196)

# %% correct · rounded
q_bits = 0.250

# %% correct · tensor
q_bits = bits_per_pixel(torch.tensor([-34.0]), 196, 1)

# %% correct · two_places
q_bits = 0.25

# %% wrong · in_nats · nats
q_bits = 34.0 / 196

# %% wrong · list · wrong_type
q_bits = [0.25]

# %% wrong · minus · sign
q_bits = -0.2503

# %% wrong · none · unanswered
q_bits = None

# %% wrong · of_a_picture · whole_picture
q_bits = 34.0 / math.log(2)

# %% wrong · per_row · side_for_pixels
q_bits = 34.0 / (14 * math.log(2))

# %% wrong · text · wrong_type
q_bits = "0.25"

# %% wrong · times_ln2 · wrong_way
q_bits = 34.0 * math.log(2) / 196

# %% wrong · with_levels · grey_levels
q_bits = 8.25

# %% wrong · with_two_levels · grey_levels
q_bits = 1.2503

# %% noisy · prints
print("bits")
q_bits = 0.25
