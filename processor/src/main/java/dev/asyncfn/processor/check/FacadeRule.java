package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.FacadeVisibility;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** An awaited async fn has a factory: its class was, or is, compiled with this processor. */
final class FacadeRule implements Rule {
    private final MethodSource source;
    private final AsyncCalls calls;
    private final Attribution attribution;
    private final Predicate<TypeElement> processed;
    private final Reporter reporter;

    FacadeRule(
            MethodSource source,
            AsyncCalls calls,
            Attribution attribution,
            Predicate<TypeElement> processed,
            Reporter reporter) {
        this.source = source;
        this.calls = calls;
        this.attribution = attribution;
        this.processed = processed;
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (node instanceof MethodCallExpr call
                && calls.isAsyncFn(call)
                && !Place.of(call, source.declaration()).isNested()) {
            TypeElement owner = (TypeElement) attribution.elementOf(call).getEnclosingElement();
            if (owner.getNestingKind() != NestingKind.TOP_LEVEL && owner.getNestingKind() != NestingKind.MEMBER
                    || owner.getQualifiedName().toString().isEmpty()) {
                return; // of a local class, which is an error where the fn is declared
            }
            PackageElement home = attribution.elements().getPackageOf(owner);
            String facade = (home.isUnnamed() ? "" : home.getQualifiedName() + ".") + Naming.facadeName(owner);
            if (attribution.elements().getTypeElement(facade) == null && !processed.test(owner)) {
                reporter.report(Problem.MISSING_FACADE, source, call, call.getName(), facade, owner.getQualifiedName());
            } else if (!home.equals(Naming.packageOf(attribution.method())) && !isPublic(facade, owner)) {
                Name own = attribution.method().getEnclosingElement().getSimpleName();
                reporter.report(Problem.INACCESSIBLE_TYPE, source, call, owner.getSimpleName(), own);
            }
        }
    }

    /** That of a private class is not, though a public one may inherit the async fn. */
    private boolean isPublic(String facade, TypeElement owner) {
        return processed.test(owner)
                ? FacadeVisibility.ofFacade(owner, attribution.elements())
                : attribution.elements().getTypeElement(facade).getModifiers().contains(Modifier.PUBLIC);
    }
}
