"""What OpenAPI says, once: anatomy, references, endpoints, and what a schema means."""
