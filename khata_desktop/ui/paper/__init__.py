"""Papers in the window: the same preview, print, save and share for every document."""
