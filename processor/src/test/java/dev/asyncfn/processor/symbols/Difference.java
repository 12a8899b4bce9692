package dev.asyncfn.processor.symbols;

/**
 * Something to which a body and the future made of it do not refer alike.
 *
 * @param owner the class of the async fn
 * @param fn the async fn
 * @param what is lost, added or changed, and where
 */
public record Difference(String owner, String fn, String what) {
    @Override
    public String toString() {
        return owner + "." + fn + ": " + what;
    }
}
