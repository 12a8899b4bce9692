package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * An async fn as a graph of blocks, or only its signature if its body was rejected.
 *
 * @param method what was collected
 * @param source null if rejected
 * @param attribution null if rejected
 * @param blocks in source order, the entry first; empty if rejected
 * @param receiver null for a static method
 * @param parameters in order
 * @param lifted classes of the body that became members of the future class
 * @param asyncBlocks the graphs of its async blocks, whose futures are members of the future class too
 * @param names those that are not free
 * @param throwsThrowables whether what is thrown in the body, and caught there, may be no {@code Exception}
 * @param suppressions what generated code must be allowed to do without a warning, because the body does it
 */
public record Cfg(
        AsyncMethod method,
        MethodSource source,
        Attribution attribution,
        List<Block> blocks,
        Variable receiver,
        List<Variable> parameters,
        List<LiftedClass> lifted,
        List<Cfg> asyncBlocks,
        BodyNames names,
        boolean throwsThrowables,
        Set<String> suppressions) {
    /** The same, in a class where expressions may begin with more names of packages. */
    public Cfg qualifiedBy(Set<String> packages) {
        return new Cfg(
                method,
                source,
                attribution,
                blocks,
                receiver,
                parameters,
                lifted,
                asyncBlocks.stream().map(block -> block.qualifiedBy(packages)).toList(),
                names.with(packages),
                throwsThrowables,
                suppressions);
    }

    /** The method as the compilation sees it that told the types, or an async block; null if rejected. */
    public ExecutableElement element() {
        return attribution.method();
    }

    /** Those of that compilation. */
    public Elements elements() {
        return attribution.elements();
    }

    /** Those of that compilation. */
    public Types types() {
        return attribution.types();
    }

    /** Whether it is an async block. */
    public boolean isBlock() {
        return !isRejected() && element() instanceof BlockFn;
    }

    /** This one, and all async blocks in it, the outer ones first. */
    public Stream<Cfg> all() {
        return Stream.concat(Stream.of(this), asyncBlocks.stream().flatMap(Cfg::all));
    }

    /** The private classes for which the future has type parameters, with their bounds. */
    public Map<TypeElement, List<TypeMirror>> carried() {
        return isRejected() ? Map.of() : attribution.boundsOfCarried();
    }

    public boolean isRejected() {
        return blocks.isEmpty();
    }

    /** An async fn of which only the signature is good: its factory is generated, so that its callers compile. */
    public static Cfg rejected(AsyncMethod method) {
        return new Cfg(
                method, null, null, List.of(), null, List.of(), List.of(), List.of(), BodyNames.NONE, false, Set.of());
    }
}
