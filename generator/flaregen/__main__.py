"""``python -m flaregen``, for environments whose scripts are not on the path."""

from flaregen.cli import main

main()
