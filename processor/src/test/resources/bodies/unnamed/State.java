/** Beside {@link Obscuring}. */
record State(int n) {
    static final int SIZE = 6;
}
