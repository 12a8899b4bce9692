package bodies.names.lang;

final class Throwable {}
