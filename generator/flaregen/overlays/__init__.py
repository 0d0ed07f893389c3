"""OpenAPI overlays: corrections laid over a document."""
