package dev.asyncfn.processor.check;

import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.TypedBody;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.collect.PrivateTypes;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.options.Options;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/** The stage that finds misuse in the body of an async fn, before anything is lowered. */
public final class BodyCheck {
    private BodyCheck() {}

    /**
     * Reports the errors and warnings of a body and of its blocks. Empty if there were errors.
     *
     * @param processed whether a class gets its facade in this compilation
     */
    public static Optional<CheckedBody> check(
            TypedBody body, Options options, Predicate<TypeElement> processed, Reporter reporter) {
        MethodSource source = body.source();
        Attribution attribution = body.attribution();
        boolean[] failed = new boolean[1];
        Reporter counting = (problem, at, node, arguments) -> {
            failed[0] |= problem.isError();
            reporter.report(problem, at, node, arguments);
        };
        AsyncCalls calls = new AsyncCalls(attribution);
        NameRule names = new NameRule(source, attribution, counting);
        List<Rule> rules = List.of(
                new AwaitRule(source, calls, attribution, options, counting),
                new BlockRule(source, attribution, counting),
                new ReturnedStageRule(source, attribution, counting),
                new FacadeRule(source, calls, attribution, processed, counting),
                names,
                new SubclassRule(source, attribution, counting),
                new ClassNameRule(source, attribution, counting),
                new GenericExceptionRule(source, attribution, counting),
                new StaticCreationRule(source, attribution, counting),
                new MustUseRule(source, attribution, counting),
                new DroppedStageRule(source, calls, attribution, counting),
                new HeldLockRule(source, calls, attribution, counting),
                new BlockingCallRule(source, attribution, counting));
        source.nodesOfBody().forEach(node -> rules.forEach(rule -> rule.check(node)));
        Map<AsyncBlock, CheckedBody> blocks = new LinkedHashMap<>();
        for (AsyncBlock block : body.blocks()) {
            check(block.body(), options, processed, reporter)
                    .ifPresentOrElse(checked -> blocks.put(block, checked), () -> failed[0] = true);
        }
        boolean usesPrivate = names.usesPrivate()
                || isNearPrivate(attribution)
                || blocks.values().stream().anyMatch(CheckedBody::usesPrivate);
        return failed[0] ? Optional.empty() : Optional.of(new CheckedBody(body, usesPrivate, blocks));
    }

    private static boolean isNearPrivate(Attribution attribution) {
        Nameability nameability = new Nameability(
                attribution.elements(), (TypeElement) attribution.method().getEnclosingElement());
        return !new PrivateTypes(attribution.types(), nameability)
                .around(attribution.method())
                .isEmpty();
    }
}
