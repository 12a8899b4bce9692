package bodies.bridges.lib;

import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Fixes one of the type arguments of what it inherits, and passes the other on. */
public class Names<T> extends Shelf<String, List<T>> {
    protected Names(Trace t) {
        super(t);
    }

    @Override
    protected void refuse(List<T> value) throws java.io.IOException {
        throw t.tag("refused", new java.io.IOException("refused " + value));
    }
}
