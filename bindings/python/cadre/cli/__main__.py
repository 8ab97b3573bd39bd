import sys

from cadre.cli.run import main

if __name__ == "__main__":
    sys.exit(main())
