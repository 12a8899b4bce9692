package bodies.names.lang;

final class Traced {}
