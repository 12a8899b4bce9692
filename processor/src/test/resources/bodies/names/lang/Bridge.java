package bodies.names.lang;

final class Bridge {}
