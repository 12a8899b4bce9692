package lib.old;

/** Deprecated, with what subclasses of other packages use. */
@Deprecated
public class Old {
    protected int value = 1;

    protected int get() {
        return value;
    }

    /** Of a deprecated class. */
    public static class Part {
        protected int part = 2;
    }

    @Deprecated(forRemoval = true)
    public static class Leaving {
        protected int left = 3;
    }
}
