# %% correct · letter
q_psnr_or_edges = "b"

# %% correct · capital
q_psnr_or_edges = "B"

# %% correct · spaces
q_psnr_or_edges = " b "

# %% correct · variable
answer = "b"
q_psnr_or_edges = answer

# %% correct · from_a_tuple
q_psnr_or_edges = ("b",)[0]

# %% correct · by_index
q_psnr_or_edges = "abcd"[1]

# %% wrong · choice_a · better_in_both
q_psnr_or_edges = "a"

# %% wrong · choice_c · memorised
q_psnr_or_edges = "c"

# %% wrong · choice_d · sharper_is_nearer
q_psnr_or_edges = "d"

# %% wrong · none · unanswered
q_psnr_or_edges = None

# %% wrong · number · wrong_type
q_psnr_or_edges = 1

# %% wrong · two_letters
q_psnr_or_edges = "ab"

# %% noisy · comment
# after looking at the table
q_psnr_or_edges = "b"
