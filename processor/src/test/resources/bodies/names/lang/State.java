package bodies.names.lang;

record State(int n) {
    static final int SIZE = 7;
}
