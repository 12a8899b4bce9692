package bodies.names.lang;

final class ReflectiveOperationException {}
