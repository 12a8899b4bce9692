package dev.asyncfn.processor.analyze;

/**
 * Where a variable lives, and its name there.
 *
 * @param storage the kind of its home
 * @param name unique where it could be confused
 */
public record Placement(Storage storage, String name) {
    /** The homes a variable may have, from the longest lived to the shortest. */
    public enum Storage {
        /** A constant of the future class. */
        CONSTANT,
        /** A field: the variable lives across a suspension. */
        FIELD,
        /** A local of {@code poll}: it lives in several states, but is never kept while the future is suspended. */
        POLL,
        /** A local of one state. */
        CASE
    }
}
