package bodies.names.other;

/** Of the same name as the class of {@code java.util}. */
public final class Date {
    public static final Date FIRST = new Date();
    public final int n = 5;

    private Date() {}

    public static Date first() {
        return FIRST;
    }

    public static int zero() {
        return 0;
    }
}
