package bodies.names.lang;

class Object {
    final int value = 5;
}
