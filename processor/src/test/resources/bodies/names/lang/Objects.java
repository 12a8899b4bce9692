package bodies.names.lang;

final class Objects {
    static int n = 9;

    private Objects() {}
}
