"""gan_grading: the instructor's side of gan_course."""
