"""What is known of Indonesian and English: words, stems, families, sentences, numbers. Imports no other room."""
