package bodies.names.lang;

final class Waker {}
