package dev.asyncfn.processor.fuzz;

/** What an await throws in the blocking run where the future is dropped: no clause but one for all errors catches it. */
final class DropHere extends Error {
    private static final long serialVersionUID = 1L;

    DropHere() {
        super("dropped here", null, true, false);
    }
}
