package dev.asyncfn.failure;

/** How exceptions are shown in messages. Not exported. */
public final class Description {
    private Description() {}

    /**
     * The exception's own text; or the name of its class, if its methods throw. Throws only if there is no memory for a text.
     *
     * @param thrown not null; its methods may be the user's
     * @return a text of one line or more
     */
    public static String of(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable unreadable) {
            return thrown.getClass().getName();
        }
    }
}
