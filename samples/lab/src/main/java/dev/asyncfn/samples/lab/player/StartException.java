package dev.asyncfn.samples.lab.player;

/** The program of the reader does not come to a future. The message says why, to the reader. */
final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message);
    }
}
