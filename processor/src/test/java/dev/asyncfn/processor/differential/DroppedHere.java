package dev.asyncfn.processor.differential;

/** Thrown by a leaf of a blocking run in the place where a future is dropped: the same cleanup must follow. */
final class DroppedHere extends Error {
    private static final long serialVersionUID = 1L;
}
