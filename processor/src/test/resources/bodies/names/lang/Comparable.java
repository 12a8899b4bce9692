package bodies.names.lang;

final class Comparable {}
