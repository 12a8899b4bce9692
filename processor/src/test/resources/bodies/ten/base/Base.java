package bodies.ten.base;

import dev.asyncfn.processor.differential.Trace;

public class Base {
    protected int field = 5;
    protected final Trace t;

    protected Base(Trace t) {
        this.t = t;
    }

    protected int method(int n) {
        t.log("method " + n);
        return n + field;
    }
}
