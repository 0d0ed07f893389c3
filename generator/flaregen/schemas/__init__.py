"""From raw schemas to operations with their variants."""
