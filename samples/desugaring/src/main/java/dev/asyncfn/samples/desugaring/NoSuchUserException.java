package dev.asyncfn.samples.desugaring;

import java.io.IOException;

/** The server answered that it does not know the user. */
public final class NoSuchUserException extends IOException {
    private static final long serialVersionUID = 1L;

    public NoSuchUserException(int id) {
        super("no user " + id);
    }
}
