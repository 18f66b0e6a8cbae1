"""What the answers say, question by question: tables in any engine, then figures of them."""
