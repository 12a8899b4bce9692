package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.check.CheckedBody;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What is known of a body before it is lowered. Nothing in it changes any more.
 *
 * @param names what the body declares
 * @param members which members its names mean, and which of them need an accessor
 * @param scope which classes the body of an async block sees
 * @param awaits what suspends, and what must be split
 * @param conversions where values become ones of private types above their own
 * @param patterns how far the variables reach that patterns bind
 * @param completion which statements can complete normally
 * @param replacedJumps the jumps that another jump may replace in statements that are kept verbatim
 * @param anonymousClasses what to call the anonymous classes that need a name
 * @param isLarge whether the body may be cut between any two of its statements
 */
public record SplitPlan(
        MethodSource source,
        Attribution attribution,
        DeclaredNames names,
        Members members,
        BlockScope scope,
        Awaits awaits,
        CarriedConversions conversions,
        Patterns patterns,
        Completion completion,
        ReplacedJumps replacedJumps,
        Map<TypeElement, String> anonymousClasses,
        boolean isLarge) {

    /** @throws NotLowered if something in the body can neither be kept verbatim nor be split */
    public static SplitPlan of(CheckedBody body) {
        return of(body.source(), written(body.attribution()));
    }

    /** The future of an async block has an inferred type, which may have to be written as another one above it. */
    private static Attribution written(Attribution attribution) {
        if (!(attribution.method() instanceof BlockFn block)) {
            return attribution;
        }
        Denotable denotable = new Denotable(attribution, Set.of());
        TypeMirror result = block.getReturnType();
        return attribution.of(block.of(
                result.getKind() == TypeKind.VOID ? result : denotable.upper(result),
                denotable.upper(block.failure())));
    }

    /**
     * The private types for which the future of a body, and of each block in it, has type parameters, with the bounds of those.
     *
     * @throws NotLowered if there can be none for one of them
     */
    public static Map<TypeElement, List<TypeMirror>> carriedBy(CheckedBody body) {
        return CarriedTypes.of(body);
    }

    /**
     * The plan for a body with type parameters that stand for private types.
     *
     * @throws NotLowered also at what cannot be done with a type parameter
     */
    public static SplitPlan carrying(CheckedBody body, Map<TypeElement, List<TypeMirror>> carried) {
        MethodSource source = body.source();
        Attribution attribution = body.attribution();
        new CarriedForms(source, attribution, carried).check();
        return of(source, written(attribution.carrying(carried)));
    }

    private static SplitPlan of(MethodSource source, Attribution attribution) {
        MethodDeclaration method = source.declaration();
        DeclaredNames names = new DeclaredNames(source, attribution);
        Members members = new Members(source, attribution, names.scopes());
        Patterns patterns = new Patterns(method, attribution);
        ForcedParts forced = new ForcedParts(source, attribution, members);
        LargeStatements large = new LargeStatements(source);
        List<Node> apart = new ArrayList<>(forced.nodes());
        apart.addAll(large.in(method.getBody().orElseThrow()));
        Awaits awaits = new Awaits(method, attribution).with(apart);
        new UnnameableText(source, attribution, awaits).check();
        BlockScope scope = new BlockScope(source, attribution);
        scope.check();
        return new SplitPlan(
                source,
                attribution,
                names,
                members,
                scope,
                awaits,
                new CarriedConversions(source, attribution, awaits),
                patterns,
                new Completion(attribution),
                forced.replacedJumps(),
                AnonymousClasses.names(source, attribution, awaits, members, patterns),
                large.isLarge(method));
    }

    /** Whether the future has to initialise the class first, as a call of the method does (JLS 12.4.1). */
    public boolean initialises() {
        return source().method().initialises()
                && !(attribution().method() instanceof BlockFn)
                && !FirstEffect.initialises(source().declaration().getBody().orElseThrow(), attribution());
    }

    /** The class that declares the async fn. */
    public TypeElement owner() {
        return (TypeElement) attribution.method().getEnclosingElement();
    }
}
