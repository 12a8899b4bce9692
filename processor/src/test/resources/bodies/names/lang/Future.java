package bodies.names.lang;

final class Future {}
