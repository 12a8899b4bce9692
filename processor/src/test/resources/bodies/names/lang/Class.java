package bodies.names.lang;

final class Class {}
