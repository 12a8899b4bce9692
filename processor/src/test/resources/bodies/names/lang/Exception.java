package bodies.names.lang;

final class Exception extends java.lang.RuntimeException {
    private static final long serialVersionUID = 1L;
}
