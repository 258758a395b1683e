"""The device's side of sync. Imported only where it is switched on; nothing below knows of it."""
