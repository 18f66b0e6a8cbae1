"""What every room stands on: faults, files, addresses, the words of the interface. Imports no other room."""
