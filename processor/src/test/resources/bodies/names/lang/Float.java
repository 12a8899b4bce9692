package bodies.names.lang;

final class Float {}
