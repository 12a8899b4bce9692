package dev.asyncfn.vtable.near;

/** Has a method that is private to its package. */
public class Base {
    /** Makes one. */
    public Base() {}

    String name() {
        return "Base";
    }

    /**
     * Calls the method.
     *
     * @param self whose
     * @return its result
     */
    public static String call(Base self) {
        return self.name();
    }
}
