package docs.other;

/** Of another package. */
public final class Elsewhere {
    private Elsewhere() {}
}
