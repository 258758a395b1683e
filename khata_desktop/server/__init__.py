"""The remote side of sync: it keeps signed changesets in order, and can neither read nor forge them."""
