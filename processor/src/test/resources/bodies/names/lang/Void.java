package bodies.names.lang;

final class Void {}
