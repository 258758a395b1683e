"""The pages of the window, one a file; each asks its reports on the worker and saves by commands."""
