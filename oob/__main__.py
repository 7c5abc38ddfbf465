"""`python -m oob`."""

from oob.main import main

raise SystemExit(main())
