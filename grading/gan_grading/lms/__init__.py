"""To and from learning platforms: what students handed in, their grades, and their feedback."""
