package bodies.names;

final class Constants {
    static final String GREETING = "hello";

    enum Unit {
        METRE,
        FOOT
    }

    private Constants() {}

    static String greet(String name) {
        return GREETING + " " + name;
    }
}
