"""What a change does to code that uses the emitted client."""
