"""Operations, by the first word of their path."""
