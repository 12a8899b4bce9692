package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.UserClassPath;
import dev.asyncfn.processor.attribute.AsyncBlocks;
import dev.asyncfn.processor.attribute.Probe;
import dev.asyncfn.processor.attribute.TypedBody;
import dev.asyncfn.processor.check.BodyCheck;
import dev.asyncfn.processor.check.CheckedBody;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.lower.BodyLowering;
import dev.asyncfn.processor.options.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Lowers the async fns of a source as the processor does. */
public final class Dumps {
    /** Throws what it is given, if that is an error. */
    public static final Reporter STRICT = (problem, source, node, arguments) -> {
        if (problem.isError()) {
            throw new AssertionError(problem + " at " + node);
        }
    };

    private Dumps() {}

    /** The dumps by the names of the async fns, in their order. */
    public static Map<String, String> of(List<JavaFileObject> sources) {
        Map<String, String> dumps = new LinkedHashMap<>();
        List<String> options = List.of("-classpath", UserClassPath.text());
        Probe.run(
                options,
                sources,
                probe -> probe.sources().forEach((name, source) -> dumps.put(name, Dump.of(lowered(probe, name)))));
        return dumps;
    }

    static Cfg lowered(Probe probe, String name) {
        return BodyLowering.lower(checked(probe, name), STRICT).orElseThrow();
    }

    /** The body of an async fn, which breaks no rule. */
    public static CheckedBody checked(Probe probe, String name) {
        TypedBody body = AsyncBlocks.cut(probe.sources().get(name), probe.attribution(name));
        Options options = Options.read(Map.of(), error -> {
            throw new AssertionError(error);
        });
        return BodyCheck.check(body, options, type -> true, STRICT).orElseThrow();
    }
}
