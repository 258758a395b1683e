"""How the sample shop of ``services.demo`` is made: its lists, its records, its mornings and its counter."""
