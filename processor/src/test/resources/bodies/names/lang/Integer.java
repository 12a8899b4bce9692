package bodies.names.lang;

final class Integer {
    final int value = 6;
}
