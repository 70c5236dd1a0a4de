"""gan_worker: everything of the grader that a student process may see."""
