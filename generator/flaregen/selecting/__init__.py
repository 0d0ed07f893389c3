"""Which operations are wanted, what they reach, and what references lead to."""
