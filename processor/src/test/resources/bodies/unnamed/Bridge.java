/** Beside {@link Obscuring}. */
final class Bridge {
    final int n = 4;
}
