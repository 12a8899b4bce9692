package bodies.owners.nested;

import bodies.owners.NotInherited;
import dev.asyncfn.processor.differential.Trace;

public class Elsewhere extends NotInherited {
    public Elsewhere(Trace t) {
        super(t);
    }
}
