"""Keywords of calls, for type checkers alone."""
