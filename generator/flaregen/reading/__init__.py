"""From bytes to a document: files, git, URLs; JSON and YAML; positions."""
