package dev.asyncfn.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.attribute.AttributionResult.Crashed;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Types the bodies of async fns by compiling their files a second time, in a compiler of its own that shares
 * nothing with the outer one: attributing the outer compiler's trees would leave traces in them.
 */
public final class Attributor {
    private final ProcessingEnvironment env;
    private final Trees trees;

    public Attributor(ProcessingEnvironment env, Trees trees) {
        this.env = env;
        this.trees = trees;
    }

    /**
     * Attributes a round's async fns, all in one compilation.
     *
     * @param facades all that this round will generate, so that bodies may mention them
     * @param waiting owners of facades that only a later round can generate
     * @return one result for each source, in their order
     */
    public Map<MethodSource, AttributionResult> attribute(
            List<Facade> facades, List<TypeElement> waiting, List<MethodSource> sources) {
        Map<MethodSource, AttributionResult> results = new LinkedHashMap<>();
        if (sources.isEmpty()) {
            return results;
        }
        Map<CompilationUnitTree, List<MethodSource>> units = new LinkedHashMap<>();
        for (MethodSource source : sources) {
            units.computeIfAbsent(source.path().getCompilationUnit(), unit -> new ArrayList<>())
                    .add(source);
        }
        try {
            InnerCompilation compilation = new InnerCompilation(env, trees, facades, waiting, units);
            sources.forEach(source -> results.put(source, compilation.result(source)));
        } catch (StackOverflowError e) {
            throw e; // to be run again on a larger stack
        } catch (RuntimeException | Error e) { // of the inner compiler, which must not take the outer one with it
            sources.forEach(source -> results.put(source, new Crashed(e)));
        }
        return results;
    }
}
