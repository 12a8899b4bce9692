package bodies.names.lang;

final class IllegalStateException {}
