/** Beside {@link Obscuring}. */
final class Poll {
    final int n = 5;
}
