package dev.asyncfn.vtable.near;

import dev.asyncfn.vtable.far.Stranger;

/** Overrides the method of its package, below a class of another one. */
public class Home extends Stranger {
    /** Makes one. */
    public Home() {}

    /** Makes it public. */
    public String name() {
        return "Home";
    }
}
