letters = "abcd"
q_fgsm_alone = letters["abcd".index("d")]
