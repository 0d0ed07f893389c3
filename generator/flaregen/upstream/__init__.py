"""Following the published document: pull, pin, and the first set-up."""
