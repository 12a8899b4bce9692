package dev.asyncfn.vtable.far;

import dev.asyncfn.vtable.near.Base;

/** Has a method of the same name. */
public class Stranger extends Base {
    /** Makes one. */
    public Stranger() {}

    @SuppressWarnings("unused") // looks like an override, and is none: the other method is of another package
    String name() {
        return "Stranger";
    }
}
