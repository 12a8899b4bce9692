package bodies.names.lang;

final class Context {}
