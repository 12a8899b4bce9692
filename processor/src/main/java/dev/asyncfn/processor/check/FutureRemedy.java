package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What to write instead of a direct call of an async fn where a future is expected: only what compiles in that place. */
final class FutureRemedy {
    private final MethodSource source;
    private final Attribution attribution;
    private final Quotes quotes;

    FutureRemedy(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
        this.quotes = new Quotes(source.file());
    }

    /** The call of the factory, or an async block, or the choice. */
    String of(MethodCallExpr call) {
        ExecutableElement fn = (ExecutableElement) attribution.elementOf(call);
        String block = "`async(() -> " + quotes.call(call, call) + ")`";
        String factory = receiver(call, fn)
                .map(receiver -> "`" + quotes.factory(call, fn, receiver) + "`")
                .orElse(null);
        boolean inClass = Place.around(call, BodyDeclaration.class).orElseThrow() != source.declaration();
        if (!inClass && capturable(call)) {
            return factory == null ? block : factory + ", or " + block;
        }
        if (factory != null) {
            return factory;
        }
        return block
                + (inClass ? " outside of the class" : " with a copy of what changes, which a lambda cannot capture");
    }

    /** What the factory takes first; empty if nothing stands for it, as for {@code super}. */
    private Optional<String> receiver(MethodCallExpr call, ExecutableElement fn) {
        if (fn.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("");
        }
        Expression scope = call.getScope().orElse(null);
        if (scope != null) {
            return scope instanceof SuperExpr ? Optional.empty() : Optional.of(quotes.of(scope, "..."));
        }
        List<TypeElement> around = classesAround(call);
        TypeElement host = around.stream()
                .filter(type -> hasMethod(type, call.getNameAsString()))
                .findFirst()
                .orElse(around.get(0));
        if (host.equals(around.get(0))) {
            return Optional.of("this");
        }
        return host.getSimpleName().isEmpty() ? Optional.empty() : Optional.of(host.getSimpleName() + ".this");
    }

    /** From the inside out: those of the body, the async fn's own, and those around that. */
    private List<TypeElement> classesAround(Node node) {
        List<TypeElement> around = new ArrayList<>();
        Node child = node;
        while (child != source.declaration()) {
            Node parent = child.getParentNode().orElseThrow();
            if (child instanceof BodyDeclaration<?> && parent instanceof ObjectCreationExpr creation) {
                Element constructor = attribution.elementOf(creation);
                add(constructor == null ? null : constructor.getEnclosingElement(), around);
            } else if (child instanceof TypeDeclaration<?> local) {
                add(attribution.elementOf(local), around);
            }
            child = parent;
        }
        for (Element e = attribution.method().getEnclosingElement(); e instanceof TypeElement; ) {
            add(e, around);
            e = e.getEnclosingElement();
        }
        return around;
    }

    private static void add(Element type, List<TypeElement> around) {
        if (type instanceof TypeElement known) {
            around.add(known);
        }
    }

    private boolean hasMethod(TypeElement type, String name) {
        return ElementFilter.methodsIn(attribution.elements().getAllMembers(type)).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(name));
    }

    /** Whether no local variable in it is assigned again. One that gets its only value by an assignment counts as well. */
    private boolean capturable(MethodCallExpr call) {
        Set<String> assigned = Stream.concat(
                        source.declaration().findAll(AssignExpr.class).stream().map(AssignExpr::getTarget),
                        source.declaration().findAll(UnaryExpr.class).stream()
                                .filter(unary -> unary.getOperator().isPrefix()
                                        || unary.getOperator().isPostfix())
                                .map(UnaryExpr::getExpression))
                .filter(NameExpr.class::isInstance)
                .map(target -> ((NameExpr) target).getNameAsString())
                .collect(Collectors.toSet());
        return call.findAll(NameExpr.class).stream()
                .noneMatch(name -> assigned.contains(name.getNameAsString()) && !isField(attribution.elementOf(name)));
    }

    private static boolean isField(Element named) {
        return named != null && named.getKind().isField();
    }
}
