package bodies.names.lang;

final class AutoCloseable {}
