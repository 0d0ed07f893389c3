"""What models answer."""
