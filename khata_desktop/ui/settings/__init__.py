"""The parts of the Settings page, one section a file."""
