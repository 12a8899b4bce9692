package dev.asyncfn.samples.service;

/** An error that the client has to know of, such as an order that does not exist. It is expected, so it has no stack trace. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private Problem(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Problem invalid(String message) {
        return new Problem(400, message);
    }

    static Problem declined(String message) {
        return new Problem(402, message);
    }

    static Problem notFound(long id) {
        return new Problem(404, "there is no order " + id);
    }

    static Problem conflict(String message) {
        return new Problem(409, message);
    }

    static Problem unavailable(String message) {
        return new Problem(503, message);
    }

    /** The status of the response. */
    int status() {
        return status;
    }
}
