"""What goes on paper and into files for people: frozen rows in, PDF and spreadsheet bytes out."""
