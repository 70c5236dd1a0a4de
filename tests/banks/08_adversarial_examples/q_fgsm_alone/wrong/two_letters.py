# misconception: other_answer
q_fgsm_alone = "a and b"
