package bodies.names.lang;

final class Poll {
    final int n = 8;
}
