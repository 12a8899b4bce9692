package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.attribute.AsyncBlocks;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.AttributionResult.JavacError;
import dev.asyncfn.processor.attribute.AttributionResult.Untypable;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.model.Varargs;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Explains errors of javac where a future was meant: a direct call of an async fn, or a lambda that awaits, gives a value. */
final class FutureErrors {
    private static final Set<String> FUTURES = Set.of("dev.asyncfn.Future", "dev.asyncfn.TryFuture");
    private static final Set<String> GATHERING = Set.of("List.of", "Set.of", "Stream.of", "Arrays.asList");

    private final MethodSource source;
    private final List<JavacError> errors;
    private final Attribution attribution;
    private final AsyncCalls calls;
    private final Reporter reporter;
    private final Quotes quotes;

    FutureErrors(MethodSource source, Untypable result, Reporter reporter) {
        this.source = source;
        this.errors = result.errors();
        this.attribution = result.attribution();
        this.calls = new AsyncCalls(attribution);
        this.reporter = reporter;
        this.quotes = new Quotes(source.file());
    }

    /** javac points at the name, at the dot before it, or at the parenthesis behind it. */
    static boolean pointsAt(MethodCallExpr call, JavacError error, MethodSource source) {
        int name = source.file().start(call.getName());
        int from = call.getScope().map(source.file()::end).orElse(name);
        return from <= error.offset() && error.offset() < source.file().endOfNext("(", call.getName());
    }

    void explain() {
        for (MethodCallExpr call : source.declaration().findAll(MethodCallExpr.class)) {
            if (isAwait(call)) {
                explainAwait(call);
            } else if (calls.isAsyncFn(call) && isRejected(call)) {
                String instead = new FutureRemedy(source, attribution).of(call);
                reporter.report(Problem.FUTURE_EXPECTED, source, call, call.getName(), instead);
            }
        }
    }

    /** Where javac did not get so far as to resolve it, by its name. */
    private boolean isAwait(MethodCallExpr call) {
        return call.getNameAsString().equals("await")
                && call.getArguments().size() == 1
                && (attribution.elementOf(call) instanceof ExecutableElement
                        ? calls.isAwait(call)
                        : call.getScope().isEmpty() && AsyncCalls.isAwaitImported(attribution));
    }

    @SuppressWarnings("unchecked") // JavaParser takes classes as varargs
    private void explainAwait(MethodCallExpr await) {
        Expression awaited = unparenthesized(await.getArgument(0));
        LambdaExpr lambda = Place.around(await, LambdaExpr.class).orElse(null);
        if (awaited instanceof MethodCallExpr call
                && calls.isAsyncFn(call)
                && ((ExecutableElement) attribution.elementOf(call))
                                .getReturnType()
                                .getKind()
                        == TypeKind.VOID
                && hasErrorIn(await)) {
            String text = quotes.call(call, call);
            reporter.report(Problem.AWAIT_VOID, source, await, text, text);
        } else if (Place.of(await, source.declaration()) == Place.LAMBDA
                && !isOfBlock(lambda)
                && Place.around(lambda, Statement.class)
                        .filter(this::hasErrorIn)
                        .isPresent()) {
            reporter.report(Problem.AWAIT_IN_LAMBDA, source, await, quotes.asBlock(lambda));
        } else if (awaited instanceof MethodCallExpr call && calls.isAsyncFn(call) && isRejected(await)) {
            String instead = new FutureRemedy(source, attribution).of(call);
            reporter.report(Problem.FUTURE_EXPECTED, source, await, call.getName(), instead);
        } else if (hasErrorIn(await)
                && attribution.typeOf(awaited).getKind() == TypeKind.DECLARED
                && !calls.isAsyncFn(awaited)) {
            new NonFutures(source, calls, attribution, reporter).reportOther(awaited);
        }
    }

    private boolean isOfBlock(LambdaExpr lambda) {
        Node call = lambda.getParentNode().orElse(null);
        while (call instanceof Expression && !(call instanceof MethodCallExpr)) {
            call = call.getParentNode().orElse(null);
        }
        return AsyncBlocks.isBlock(call, attribution)
                || call instanceof MethodCallExpr block
                        && block.getNameAsString().equals("async");
    }

    // ---- where a future is expected

    private boolean isRejected(MethodCallExpr call) {
        Node child = call;
        Node parent = call.getParentNode().orElseThrow();
        boolean gathered = false;
        while (parent instanceof EnclosedExpr
                || parent instanceof ConditionalExpr choice && choice.getCondition() != child
                || gathers(parent)) {
            gathered |= gathers(parent);
            child = parent;
            parent = parent.getParentNode().orElseThrow();
        }
        if (parent instanceof MethodCallExpr taking && taking.getArguments().contains(child) && !isAwait(taking)) {
            boolean pointed = errors.stream().anyMatch(error -> pointsAt(taking, error, source));
            return (pointed || hasErrorIn(child))
                    && takesFuture(taking, taking.getArguments().indexOf(child), gathered);
        }
        if (gathered) {
            return hasErrorIn(child) && holdsFutures(target(parent, child));
        }
        Optional<LambdaExpr> lambda = givenBy(parent);
        if (lambda.isPresent()) {
            return isToGiveFuture(lambda.get(), call);
        }
        return hasErrorIn(call) && isFuture(target(parent, child));
    }

    /** Whether a call makes a collection of its arguments, as {@code List.of(f(1), f(2))}. */
    private static boolean gathers(Node node) {
        return node instanceof MethodCallExpr call
                && call.getScope().orElse(null) instanceof NameExpr type
                && GATHERING.contains(type.getNameAsString() + "." + call.getNameAsString());
    }

    /** Whether futures are wanted as the elements of a type. */
    private static boolean holdsFutures(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && declared.getTypeArguments().stream().anyMatch(argument -> isFuture(upper(argument)));
    }

    /** The lambda that gives a value by its expression or by a {@code return}. */
    private Optional<LambdaExpr> givenBy(Node parent) {
        if (parent instanceof ExpressionStmt && parent.getParentNode().orElse(null) instanceof LambdaExpr lambda) {
            return Optional.of(lambda);
        }
        return parent instanceof ReturnStmt && Place.of(parent, source.declaration()) == Place.LAMBDA
                ? Place.around(parent, LambdaExpr.class)
                : Optional.empty();
    }

    /** Whether a method that may be meant takes a function of futures there, and javac refuses the lambda. */
    private boolean isToGiveFuture(LambdaExpr lambda, MethodCallExpr call) {
        Node child = lambda;
        Node parent = lambda.getParentNode().orElseThrow();
        while (parent instanceof EnclosedExpr) {
            child = parent;
            parent = parent.getParentNode().orElseThrow();
        }
        if (!(parent instanceof MethodCallExpr taking) || !taking.getArguments().contains(child)) {
            return parent instanceof VariableDeclarator && hasErrorIn(call) && givesFuture(target(parent, child));
        }
        int index = taking.getArguments().indexOf(child);
        boolean refused = hasErrorIn(call) || errors.stream().anyMatch(error -> pointsAt(taking, error, source));
        return refused
                && Stream.concat(
                                Stream.of(attribution.elementOf(taking))
                                        .filter(ExecutableElement.class::isInstance)
                                        .map(ExecutableElement.class::cast),
                                candidates(taking))
                        .anyMatch(method -> index < method.getParameters().size()
                                && givesFuture(method.getParameters().get(index).asType()));
    }

    /** Whether a type is a functional interface whose method gives a future. */
    private boolean givesFuture(TypeMirror type) {
        return type instanceof DeclaredType function
                && type.getKind() == TypeKind.DECLARED
                && ElementFilter.methodsIn(attribution.elements().getAllMembers((TypeElement) function.asElement()))
                        .stream()
                        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                        .map(method -> (ExecutableType) attribution.types().asMemberOf(function, method))
                        .anyMatch(method -> isFuture(upper(method.getReturnType())));
    }

    /** What a wildcard of the function's result is at least; {@code asMemberOf} captures it. */
    private static TypeMirror upper(TypeMirror type) {
        if (type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR) {
            return variable.getUpperBound();
        }
        return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : type;
    }

    /** The type that a declaration, an assignment or a {@code return} gives to a value; null if it gives none. */
    private TypeMirror target(Node parent, Node value) {
        if (parent instanceof VariableDeclarator variable && attribution.elementOf(variable) != null) {
            return attribution.elementOf(variable).asType();
        }
        if (parent instanceof ArrayInitializerExpr array) {
            return elementType(array);
        }
        if (parent instanceof AssignExpr assign && assign.getValue() == value) {
            return attribution.typeOf(assign.getTarget());
        }
        boolean own = parent instanceof ReturnStmt
                && !Place.of(parent, source.declaration()).isNested();
        return own ? attribution.method().getReturnType() : null;
    }

    /** That of the array which an initialiser fills; null if it is not known. */
    private TypeMirror elementType(ArrayInitializerExpr array) {
        Node parent = array.getParentNode().orElseThrow();
        TypeMirror type = parent instanceof ArrayCreationExpr creation
                ? attribution.typeOf(creation)
                : parent instanceof ArrayInitializerExpr outer ? elementType(outer) : target(parent, array);
        return type instanceof ArrayType of ? of.getComponentType() : null;
    }

    private boolean hasErrorIn(Node node) {
        return errors.stream()
                .anyMatch(error -> source.file().start(node) <= error.offset()
                        && error.offset() < source.file().end(node));
    }

    /** Whether one of the methods that may be meant takes a future there, or several in what was gathered. */
    private boolean takesFuture(MethodCallExpr call, int index, boolean gathered) {
        return gathered ? takesFutures(call, index) : takesFuture(call, index);
    }

    private boolean takesFutures(MethodCallExpr call, int index) {
        Stream<ExecutableElement> resolved =
                attribution.elementOf(call) instanceof ExecutableElement method ? Stream.of(method) : Stream.empty();
        return Stream.concat(resolved, candidates(call))
                .filter(method -> index < method.getParameters().size())
                .anyMatch(
                        method -> holdsFutures(method.getParameters().get(index).asType()));
    }

    private boolean takesFuture(MethodCallExpr call, int index) {
        if (attribution.elementOf(call) instanceof ExecutableElement method && takesFuture(method, index)) {
            return true;
        }
        return candidates(call).anyMatch(method -> takesFuture(method, index) || takesFuture(call, method, index));
    }

    /** Whether it does for the type arguments of the value whose method it is, as {@code add} of a list of futures. */
    private boolean takesFuture(MethodCallExpr call, ExecutableElement method, int index) {
        return call.getScope().isPresent()
                && !(attribution.elementOf(call.getScope().get()) instanceof TypeElement)
                && attribution.typeOf(call.getScope().get()) instanceof DeclaredType receiver
                && receiver.getKind() == TypeKind.DECLARED
                && index < method.getParameters().size()
                && isFuture(((ExecutableType) attribution.types().asMemberOf(receiver, method))
                        .getParameterTypes()
                        .get(index));
    }

    private Stream<ExecutableElement> candidates(MethodCallExpr call) {
        return call.getScope()
                .map(scope -> Stream.<Element>of(typeOf(scope)))
                .orElseGet(() -> Stream.iterate(
                        attribution.method().getEnclosingElement(),
                        TypeElement.class::isInstance,
                        Element::getEnclosingElement))
                .filter(TypeElement.class::isInstance)
                .flatMap(type ->
                        ElementFilter.methodsIn(attribution.elements().getAllMembers((TypeElement) type)).stream())
                .filter(method -> method.getSimpleName().contentEquals(call.getNameAsString()));
    }

    /** The class whose method is called: that of a value, or one that is named. */
    private Element typeOf(Expression scope) {
        Element named = attribution.elementOf(scope);
        return named instanceof TypeElement ? named : attribution.types().asElement(attribution.typeOf(scope));
    }

    private static boolean takesFuture(ExecutableElement method, int index) {
        int last = method.getParameters().size() - 1;
        if (last < 0 || index > last && !Varargs.areTakenBy(method)) {
            return false;
        }
        TypeMirror type = method.getParameters().get(Math.min(index, last)).asType();
        return isFuture(type)
                || Varargs.areTakenBy(method) && index >= last && isFuture(((ArrayType) type).getComponentType());
    }

    private static boolean isFuture(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && FUTURES.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    private static Expression unparenthesized(Expression value) {
        return value instanceof EnclosedExpr enclosed ? unparenthesized(enclosed.getInner()) : value;
    }
}
