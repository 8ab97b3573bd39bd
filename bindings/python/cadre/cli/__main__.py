import sys

from cadre.cli.run import main

sys.exit(main())
