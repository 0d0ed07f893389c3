"""From named operations to the files of the client."""
