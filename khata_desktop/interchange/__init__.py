"""What comes from and goes to other programs: CSV and XLSX in; CSV, JSON, beancount and hledger out."""
