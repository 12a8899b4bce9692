package bodies.names.lang;

final class Dropped {}
