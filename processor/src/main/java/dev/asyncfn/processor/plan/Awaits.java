package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.AwaitMethods;
import dev.asyncfn.processor.model.Naming;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which nodes of a body suspend, and which contain such a node. Resolved by symbol, never by name. */
public final class Awaits {
    /** What is awaited. */
    public enum Kind {
        /** A direct call of an async fn, bare or inside {@code await(...)}. */
        ASYNC_FN,
        /** A {@code Future}. */
        FUTURE,
        /** A {@code CompletionStage}. */
        STAGE,
        /** A {@code CompletionStage} and the class of its failures. */
        FALLIBLE_STAGE,
        /** A value of another library, whose future a bridge makes. */
        BRIDGED
    }

    private final Attribution attribution;
    private final Map<Node, Kind> kinds = new IdentityHashMap<>();
    private final Set<Node> containing = Collections.newSetFromMap(new IdentityHashMap<>());

    public Awaits(MethodDeclaration method, Attribution attribution) {
        this.attribution = attribution;
        method.getBody().ifPresent(this::find);
    }

    private Awaits(Awaits of, Collection<Node> forced) {
        this.attribution = of.attribution;
        this.kinds.putAll(of.kinds);
        this.containing.addAll(of.containing);
        forced.forEach(this::contain);
    }

    /** The same, with nodes to be split though they do not suspend. */
    Awaits with(Collection<Node> forced) {
        return new Awaits(this, forced);
    }

    private void contain(Node node) {
        for (Node n = node;
                n != null && containing.add(n);
                n = n.getParentNode().orElse(null)) {}
    }

    /** Whether the node or one inside it suspends: it cannot stay verbatim. */
    public boolean in(Node node) {
        return containing.contains(node);
    }

    /** Whether the node itself is an await. */
    public boolean is(Node node) {
        return kinds.containsKey(node);
    }

    public Kind kind(Node node) {
        return kinds.get(node);
    }

    /** For an await of an async fn: the call of it. */
    public MethodCallExpr asyncCall(MethodCallExpr await) {
        return isAsyncCall(await) ? await : (MethodCallExpr) unparenthesized(await.getArgument(0));
    }

    private void find(Node node) {
        if (Deferred.begins(node)) {
            return; // a body of its own: what it calls runs when it is called
        }
        if (node instanceof MethodCallExpr call) {
            classify(call);
        }
        node.getChildNodes().forEach(this::find);
    }

    private void classify(MethodCallExpr call) {
        Kind kind = kindOf(call);
        boolean calledByAwait = kind == Kind.ASYNC_FN && isInsideAwaitOfValue(call);
        if (kind != null && !calledByAwait) {
            kinds.put(call, kind);
            contain(call);
        }
    }

    private Kind kindOf(MethodCallExpr call) {
        if (isAsyncCall(call)) {
            return Kind.ASYNC_FN;
        }
        if (AwaitMethods.isMarked(attribution.elementOf(call))) {
            return Kind.BRIDGED;
        }
        if (!AwaitMethods.isOfAsync(attribution.elementOf(call))) {
            return null;
        }
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        TypeMirror parameter = method.getParameters().get(0).asType();
        if (parameter.getKind() == TypeKind.TYPEVAR) {
            return unparenthesized(call.getArgument(0)) instanceof MethodCallExpr argument && isAsyncCall(argument)
                    ? Kind.ASYNC_FN
                    : null;
        }
        String erased = attribution.types().erasure(parameter).toString();
        if (!erased.endsWith("CompletionStage")) {
            return Kind.FUTURE;
        }
        return method.getParameters().size() == 1 ? Kind.STAGE : Kind.FALLIBLE_STAGE;
    }

    private boolean isInsideAwaitOfValue(MethodCallExpr call) {
        Node parent = call.getParentNode().orElseThrow();
        while (parent instanceof EnclosedExpr) {
            parent = parent.getParentNode().orElseThrow();
        }
        return parent instanceof MethodCallExpr outer
                && outer != call
                && kinds.get(outer) == Kind.ASYNC_FN
                && outer.getArguments().size() == 1
                && isTransparent(outer)
                && unparenthesized(outer.getArgument(0)) == call;
    }

    /** Whether this is {@code await(value)}: it gives its argument back, and only says that a call is awaited. */
    boolean isTransparent(MethodCallExpr call) {
        return AwaitMethods.isOfAsync(attribution.elementOf(call))
                && ((ExecutableElement) attribution.elementOf(call))
                                .getParameters()
                                .get(0)
                                .asType()
                                .getKind()
                        == TypeKind.TYPEVAR;
    }

    private boolean isAsyncCall(MethodCallExpr call) {
        Element method = attribution.elementOf(call);
        return method != null && Naming.isAsyncFn(method);
    }

    public static Expression unparenthesized(Expression expression) {
        return expression instanceof EnclosedExpr enclosed ? unparenthesized(enclosed.getInner()) : expression;
    }
}
