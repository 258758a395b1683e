"""The steps of bringing a file in, as the window shows them."""
