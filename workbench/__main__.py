"""`python -m workbench` is the program."""

import sys

from workbench.app import main

sys.exit(main())
