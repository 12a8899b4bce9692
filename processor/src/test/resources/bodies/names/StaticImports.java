package bodies.names;

import static bodies.names.Constants.GREETING;
import static bodies.names.Constants.Unit.METRE;
import static bodies.names.Constants.greet;
import static dev.asyncfn.Async.await;
import static java.lang.Math.*;
import static java.util.Map.entry;

import bodies.names.Constants.Unit;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.*;
import java.util.Map.Entry;

final class StaticImports {
    private StaticImports() {}

    @Case
    @AsyncFn
    static String namesFromElsewhere(Trace t) {
        Entry<String, Integer> e = entry("k", await(t.leaf("v", 5)));
        int m = max(e.getValue(), await(t.leaf("m", 9)));
        Unit u = METRE;
        await(t.tick("t"));
        List<String> list = new ArrayList<>(List.of(GREETING));
        list.add(greet(await(t.leaf("name", "you"))));
        Runnable r = () -> list.add(greet(GREETING) + (int) floor(PI));
        await(t.tick("u"));
        r.run();
        return list + " " + m + abs(-1) + u + Unit.valueOf("FOOT");
    }

    @Case
    @AsyncFn
    static double localHidesAStaticImport(Trace t) {
        double PI = await(t.leaf("pi", 3.0));
        await(t.tick("t"));
        return PI + Math.PI * 0 + E * 0;
    }
}
