"""The part of the client that is the same for every document."""

# The package that this one was copied into.
PACKAGE = __name__.rpartition(".")[0]
