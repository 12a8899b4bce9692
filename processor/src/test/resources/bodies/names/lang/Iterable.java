package bodies.names.lang;

final class Iterable {}
