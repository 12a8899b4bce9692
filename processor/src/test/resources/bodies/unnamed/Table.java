/** Beside {@link NamesakeEntries}: the vtables of this package cannot be called so. */
record Table(int seats) {}
