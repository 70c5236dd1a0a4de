"""Reports: what students and instructors read."""
