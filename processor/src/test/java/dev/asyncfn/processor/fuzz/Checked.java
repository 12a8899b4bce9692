package dev.asyncfn.processor.fuzz;

/** The checked exception of generated programs. */
public final class Checked extends Exception {
    private static final long serialVersionUID = 1L;

    public Checked(String message) {
        super(message);
    }
}
