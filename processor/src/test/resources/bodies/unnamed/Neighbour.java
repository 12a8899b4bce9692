/** Beside {@link Obscuring}. */
final class Neighbour {}
