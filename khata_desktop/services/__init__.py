"""What a shopkeeper does: ``verb_noun(uow, command) -> Outcome``. Services never commit."""
