package bodies.names.lang;

final class AssertionError {}
