package bodies.names.other;

public class Statics {
    public static final String NAME = "imported";
    public static int limit = 7;

    protected Statics() {}

    public static String twice(String s) {
        return s + s;
    }

    public static String only(String s) {
        return "only " + s;
    }

    public static class Nested {
        public final int n = 70;
    }
}
