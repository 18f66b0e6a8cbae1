"""The answer cards: their codes, the reader, the cards to print."""
