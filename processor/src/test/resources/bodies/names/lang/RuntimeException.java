package bodies.names.lang;

final class RuntimeException {}
