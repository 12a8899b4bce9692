package bodies.names.lang;

final class ExceptionInInitializerError {}
