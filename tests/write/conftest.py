import sys
from pathlib import Path

# The tests and the program they run share a module.
sys.path.insert(0, str(Path(__file__).parent))
