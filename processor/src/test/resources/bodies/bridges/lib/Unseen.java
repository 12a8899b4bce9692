package bodies.bridges.lib;

/** Its members can be used by the names of its public subclasses only. */
class Unseen {
    public static final int LIMIT = 7;
    public static int count = 5;

    public static String shown(Object o) {
        return "shown " + o + " ";
    }

    public static final class Nest {
        private Nest() {}

        public static String in() {
            return "in ";
        }
    }
}
