"""How fast the program is, each figure beside hand-written ``sqlite3`` doing the same in the same run."""
