"""Keywords of calls with what components have, for type checkers alone."""
