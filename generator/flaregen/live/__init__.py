"""The service as a third source to compare documents with."""
