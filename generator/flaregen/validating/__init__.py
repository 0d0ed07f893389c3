"""What is wrong with a document, what of it is tolerated, and how to put it right."""
