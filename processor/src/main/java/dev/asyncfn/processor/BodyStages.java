package dev.asyncfn.processor;

import dev.asyncfn.processor.attribute.AsyncBlocks;
import dev.asyncfn.processor.attribute.AttributionResult;
import dev.asyncfn.processor.attribute.Attributor;
import dev.asyncfn.processor.attribute.TypedBody;
import dev.asyncfn.processor.check.BodyCheck;
import dev.asyncfn.processor.check.LombokRule;
import dev.asyncfn.processor.collect.Collector;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.emit.FacadeText;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.lower.BodyLowering;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.options.Options;
import dev.asyncfn.processor.parse.MethodParser;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.UnparsableMethodException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;

/** The stages that read bodies: parse, attribute, check, lower. What fails in one body harms no other. */
final class BodyStages {
    private final MethodParser parser;
    private final Attributor attributor;
    private final Options options;
    private final Diagnostics diagnostics;
    private final FailureReports failures;
    private final LombokRule lombok;
    private final UntypableWatch watch;
    private final Predicate<TypeElement> processed;

    /** Of this round. A method without a source was rejected. */
    private final Map<AsyncMethod, MethodSource> sources = new LinkedHashMap<>();

    private final Map<AsyncMethod, UnparsableMethodException> unparsable = new HashMap<>();
    private final Map<AsyncMethod, AttributionResult> results = new HashMap<>();
    private final Map<AsyncMethod, TypedBody> typed = new HashMap<>();

    /** @param processed whether a class gets its facade in this compilation */
    BodyStages(
            MethodParser parser,
            Attributor attributor,
            Options options,
            Diagnostics diagnostics,
            FailureReports failures,
            LombokRule lombok,
            UntypableWatch watch,
            Predicate<TypeElement> processed) {
        this.parser = parser;
        this.attributor = attributor;
        this.options = options;
        this.diagnostics = diagnostics;
        this.failures = failures;
        this.lombok = lombok;
        this.watch = watch;
        this.processed = processed;
    }

    /** Parses and attributes the bodies of a round, all at once because a second compiler must start for it. */
    void read(Collector.Collected collected) {
        sources.clear();
        unparsable.clear();
        results.clear();
        typed.clear();
        for (Facade facade : collected.facades()) {
            for (AsyncMethod method : facade.methods()) {
                if (!collected.rejected().contains(method) && !method.isAbstract()) {
                    guarded(method, () -> parse(method)).ifPresent(source -> sources.put(method, source));
                }
            }
        }
        if (!sources.isEmpty()) {
            AsyncMethod first = sources.keySet().iterator().next();
            guarded(
                            first,
                            () -> attributor.attribute(
                                    collected.facades(), collected.unresolved(), List.copyOf(sources.values())))
                    .ifPresent(all -> all.forEach(this::attributed));
        }
    }

    /** Blocks are cut out of a tree once. */
    private void attributed(MethodSource source, AttributionResult result) {
        results.put(source.method(), result);
        if (result instanceof AttributionResult.Attributed attributed) {
            guarded(source.method(), () -> AsyncBlocks.cut(source, attributed.attribution()))
                    .ifPresent(body -> typed.put(source.method(), body));
        }
    }

    /** Null if it cannot be parsed. */
    private MethodSource parse(AsyncMethod method) {
        try {
            MethodSource source = parser.parse(method);
            lombok.check(source);
            return diagnostics.failed(method) ? null : source;
        } catch (UnparsableMethodException e) {
            unparsable.put(method, e);
            return null;
        }
    }

    /** The errors of javac that concern a facade's methods. */
    List<String> errors(Facade facade) {
        return facade.methods().stream()
                .map(results::get)
                .filter(AttributionResult.Untypable.class::isInstance)
                .flatMap(result -> ((AttributionResult.Untypable) result).messages().stream())
                .distinct()
                .toList();
    }

    /**
     * Whether a facade's methods may mean something else when another processor has written a type: it is missing in one
     * of them, or in a declaration of their file. An import that names nothing yet hides no other class.
     */
    boolean mayMissTypes(Facade facade) {
        return facade.methods().stream()
                .map(results::get)
                .filter(Objects::nonNull)
                .anyMatch(result ->
                        result instanceof AttributionResult.Untypable ? missesTypes(result) : isAmongMissing(result));
    }

    /** Whether a declaration in any file of async fns lacks a type. */
    boolean declarationsMissTypes() {
        return results.values().stream().anyMatch(BodyStages::isAmongMissing);
    }

    private static boolean isAmongMissing(AttributionResult result) {
        return !result.inBodies() && missesTypes(result);
    }

    private static boolean missesTypes(AttributionResult result) {
        return MissingTypes.among(result.around());
    }

    /**
     * Checks and lowers the methods of a facade. Of those that cannot be lowered only the signature is left, if it is not
     * what is wrong: it would be wrong in the facade, too.
     */
    List<Cfg> lower(Facade facade) {
        return facade.methods().stream()
                .filter(method -> !isUndeclarable(method))
                .map(method -> guarded(method, () -> lower(method)).orElseGet(() -> Cfg.rejected(method)))
                .toList();
    }

    /** Whether javac has an error in the signature. */
    private boolean isUndeclarable(AsyncMethod method) {
        return results.get(method) instanceof AttributionResult.Untypable untypable
                && untypable.errors().stream()
                        .anyMatch(error -> sources.get(method).isInSignature(error.offset()));
    }

    /** Null if it cannot be lowered, which is reported, or will be by javac. */
    private Cfg lower(AsyncMethod method) {
        MethodSource source = sources.get(method);
        AttributionResult result = results.get(method);
        if (unparsable.containsKey(method)) {
            watch.expectErrors(method.element(), unparsable.get(method));
        } else if (result instanceof AttributionResult.Crashed crashed) {
            failures.report(method, crashed.cause());
        } else if (result instanceof AttributionResult.Untypable untypable) {
            watch.expectErrors(method.element(), untypable.messages(), untypable.inBodies());
            watch.explain(source, untypable);
        } else if (typed.containsKey(method)) {
            return BodyCheck.check(typed.get(method), options, processed, diagnostics)
                    .flatMap(body -> BodyLowering.lower(body, diagnostics))
                    .orElse(null);
        }
        return null;
    }

    /** The text of a facade. A body that cannot be written is reported on its method, which then has a factory only. */
    Optional<FacadeText> write(List<Cfg> fns, Function<List<Cfg>, FacadeText> writer) {
        AsyncMethod first = fns.get(0).method();
        // What fails here fails again below, where it is known of which method it is.
        return attempt(() -> writer.apply(fns), failure -> {})
                .or(() -> guarded(first, () -> writer.apply(writable(fns, writer))));
    }

    private List<Cfg> writable(List<Cfg> fns, Function<List<Cfg>, FacadeText> writer) {
        return fns.stream()
                .map(fn -> guarded(fn.method(), () -> writer.apply(List.of(fn))).isPresent()
                        ? fn
                        : Cfg.rejected(fn.method()))
                .toList();
    }

    /** What a stage gives; empty if it gives null, or fails as no stage may, which is reported on the method. */
    private <T> Optional<T> guarded(AsyncMethod method, Supplier<T> stage) {
        return attempt(stage, failure -> failures.report(method, failure));
    }

    private static <T> T withEnoughStack(Supplier<T> stage) {
        try {
            return stage.get();
        } catch (StackOverflowError e) {
            return DeepStack.run(stage); // a stage can be run again: it changes nothing outside before it has a result
        }
    }

    private static <T> Optional<T> attempt(Supplier<T> stage, Consumer<Throwable> failed) {
        try {
            return Optional.ofNullable(withEnoughStack(stage));
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            failed.accept(e);
            return Optional.empty();
        }
    }
}
