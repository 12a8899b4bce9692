package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.CarriedFunctions;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.FunctionalInterfaces;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Keeps a receiver in a local variable inside of an expression, where no statement can stand before it: in lambdas,
 * classes and {@code synchronized}, which are kept verbatim. The body of a switch expression has room for one.
 */
public final class KeptInPlace {
    private final Translation translator;
    private final NameTranslation names;
    private final Attribution attribution;
    private final Denotable denotable;
    private final CarriedFunctions functions;
    /** The object whose method runs. */
    private final Variable self;

    private int depth;

    public KeptInPlace(Translation translator, NameTranslation names, SplitPlan plan, Variable self) {
        this.translator = translator;
        this.names = names;
        this.attribution = plan.attribution();
        this.denotable = new Denotable(attribution, plan.anonymousClasses().keySet());
        this.functions = new CarriedFunctions(attribution);
        this.self = self;
    }

    /**
     * An expression that evaluates a receiver once, and first.
     *
     * @param value the receiver's code
     * @param use gives the code in which the variable stands for the receiver
     */
    public Code keeping(Expression receiver, Code value, Supplier<Code> use) {
        depth++; // one may be kept while another is in use
        String kept = name();
        Code result = translator.substituting(receiver, Code.of(kept), use);
        depth--;
        return Code.of(
                "switch (0) { default -> { var " + kept + " = ",
                value,
                "; yield ",
                new Computed.Yielded(result),
                "; } }");
    }

    /** Where the body takes {@code self}, the object whose method runs may be called this, too. */
    private String name() {
        String number = depth == 1 ? "" : String.valueOf(depth);
        String name = names.fresh("receiver" + number);
        return name.equals(self.name()) ? names.fresh("object" + number) : name;
    }

    /** The same of an assignment, which may be a statement, as a switch expression may not; its value is never null. */
    public Code assigning(Expression assignment, Expression receiver, Supplier<Code> use) {
        Code value = keeping(receiver, translator.asArgument(receiver), use);
        if (isDiscarded(assignment)) {
            return Code.of(new Computed.NotNull(value));
        }
        // A switch expression has the type that its context wants: as an argument, it could choose another overload.
        TypeMirror type = attribution.typeOf(assignment);
        boolean isPinned = type.getKind().isPrimitive() && isArgument(assignment);
        return isPinned ? Code.of("(", new Reference.TypeRef(type), ") ", value) : value;
    }

    /**
     * The same of a method reference's receiver. As an argument the reference says which overload is meant, and a switch does not; a cast
     * gives its type to a reference, and none to a switch (JLS 15.28).
     */
    public Code referring(MethodReferenceExpr reference, Code value, Supplier<Code> use) {
        Optional<CastExpr> around = cast(reference);
        if (around.isPresent() && functions.type(reference).isEmpty()) {
            return keeping(
                    reference.getScope(),
                    value,
                    () -> Code.of("((", translator.translate(around.get().getType()), ") ", use.get(), ")"));
        }
        TypeMirror type = attribution.typeOf(reference);
        boolean isPinned = isArgument(reference)
                && functions.type(reference).isEmpty() // else it is the argument of what makes it one
                && attribution.types().isSameType(denotable.upper(type), type);
        Code cast = isPinned ? Code.of("(", new Reference.TypeRef(type), ") ") : Code.EMPTY;
        return keeping(reference.getScope(), value, () -> Code.of(cast, use.get()));
    }

    private static Optional<CastExpr> cast(Expression expression) {
        Node parent = expression.getParentNode().orElseThrow();
        return parent instanceof EnclosedExpr inner
                ? cast(inner)
                : Optional.of(parent).filter(CastExpr.class::isInstance).map(CastExpr.class::cast);
    }

    /** Whether it is an argument, or what a lambda returns that is one. */
    private static boolean isArgument(Expression expression) {
        Node child = expression;
        Node parent = expression.getParentNode().orElseThrow();
        while (parent instanceof EnclosedExpr
                || parent instanceof ConditionalExpr choice && choice.getCondition() != child) {
            child = parent;
            parent = parent.getParentNode().orElseThrow();
        }
        if (parent instanceof ReturnStmt || parent instanceof ExpressionStmt) {
            Node around = parent;
            while (around instanceof Statement) {
                around = around.getParentNode().orElseThrow();
            }
            return around instanceof LambdaExpr lambda && isArgument(lambda);
        }
        return parent instanceof NodeWithArguments<?> call
                && call.getArguments().contains(child);
    }

    private boolean isDiscarded(Expression expression) {
        Node parent = expression.getParentNode().orElseThrow();
        if (!(parent instanceof ExpressionStmt statement)) {
            return parent instanceof ForStmt loop && loop.getCompare().orElse(null) != expression;
        }
        Node around = statement.getParentNode().orElseThrow();
        if (around instanceof LambdaExpr lambda) {
            TypeElement functional = (TypeElement) ((DeclaredType) attribution.typeOf(lambda)).asElement();
            return FunctionalInterfaces.method(functional, attribution.elements())
                            .getReturnType()
                            .getKind()
                    == TypeKind.VOID;
        }
        boolean valueOfEntry = around instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && entry.getParentNode().orElseThrow() instanceof SwitchExpr;
        return !valueOfEntry;
    }
}
