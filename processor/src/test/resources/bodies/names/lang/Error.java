package bodies.names.lang;

final class Error {}
