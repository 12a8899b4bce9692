package dev.asyncfn.processor.differential;

/** The unchecked exception of the corpus. */
public final class Boom extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Boom(String message) {
        super(message);
    }
}
