package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.VarType;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.FunctionalInterfaces;
import dev.asyncfn.processor.plan.PolyExpressions;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** What creates async blocks: a constructor of the block's future, which gets what the lambda captured. */
final class BlockCreations {
    private static final Set<String> FUTURES = Set.of("dev.asyncfn.Future", "dev.asyncfn.TryFuture");

    private final Translation translator;
    private final NameTranslation names;
    private final Attribution attribution;
    private final Denotable denotable;
    private BlockTranslation blocks;

    BlockCreations(Translation translator, NameTranslation names, SplitPlan plan) {
        this.translator = translator;
        this.names = names;
        this.attribution = plan.attribution();
        this.denotable = new Denotable(attribution, plan.anonymousClasses().keySet());
    }

    void onBlock(BlockTranslation blocks) {
        this.blocks = blocks;
    }

    Code creation(AsyncBlock block) {
        MethodCallExpr call = block.call();
        List<Code> arguments = new ArrayList<>();
        if (blocks.usesReceiver(block)) {
            arguments.add(names.instances().self(call));
        }
        for (Expression captured :
                call.getArguments().subList(1, call.getArguments().size())) {
            Code argument = argument(captured);
            arguments.add(block.bound() ? Code.of(new Computed.NotNull(argument)) : argument);
        }
        List<Object> parts = new ArrayList<>();
        arguments.forEach(argument -> parts.addAll(parts.isEmpty() ? List.of(argument) : List.of(", ", argument)));
        TypeMirror type = attribution.typeOf(call);
        boolean isCast = needsCast(call);
        boolean isWritten = isCast && denotable.holds(type);
        Reference creation =
                new Reference.NewBlock(block.fn(), Code.join(parts), isWritten ? denotable.upper(type) : null);
        return isWritten && isSelected(call)
                ? Code.of("(", creation, ")")
                : isCast && !isWritten && !isSelected(call)
                        ? Code.of(new Reference.Inferred(), "(", creation, ")")
                        : Code.of(creation);
    }

    /** Whether a member of it is used at once. */
    private static boolean isSelected(MethodCallExpr call) {
        return call.getParentNode().orElseThrow() instanceof MethodCallExpr selection
                && selection.getScope().orElse(null) == call;
    }

    /** The text of a name in a block says nothing of the place where the block is created. */
    private Code argument(Expression captured) {
        Code code = translator.translate(captured);
        boolean local = captured instanceof NameExpr && code.pieces().get(0) instanceof SourceText.Verbatim;
        return local ? Code.of(new SourceText.LocalName(captured.asNameExpr().getNameAsString())) : code;
    }

    /** The type that is written in the place of {@code var}, if that stands for the type of a block; a class would be inferred. */
    Optional<TypeMirror> typeOf(VarType type) {
        return type.getParentNode().orElseThrow() instanceof VariableDeclarator variable
                ? variable.getInitializer()
                        .filter(value ->
                                AsyncBlock.of(Awaits.unparenthesized(value)).isPresent())
                        .map(attribution::typeOf)
                        .filter(denotable::holds)
                        .map(denotable::upper)
                : Optional.empty();
    }

    // ---- as what it is seen

    /** Whether javac might infer the class of the block's future where the body's context has inferred the type of a future. */
    private boolean needsCast(Node value) {
        Node parent = value.getParentNode().orElseThrow();
        if (parent instanceof EnclosedExpr) {
            return needsCast(parent);
        }
        if (parent instanceof LambdaExpr lambda) {
            return !isDiscarded(lambda) && !givesFuture(lambda);
        }
        if (parent instanceof ExpressionStmt || parent instanceof ReturnStmt) {
            return lambdaOf(parent)
                    .map(lambda -> !isDiscarded(lambda) && !givesFuture(lambda))
                    .orElse(false);
        }
        if (parent instanceof NodeWithArguments<?> call) {
            boolean selected = parent instanceof MethodCallExpr selection
                    && selection.getScope().orElse(null) == value;
            return selected || !takesFuture(call, value);
        }
        return !(parent instanceof VariableDeclarator)
                && !(parent instanceof AssignExpr)
                && !(parent instanceof ForStmt);
    }

    /** The lambda whose value a statement gives; empty if it is a statement of a method. */
    private static Optional<LambdaExpr> lambdaOf(Node statement) {
        Node parent = statement.getParentNode().orElse(null);
        if (statement instanceof ExpressionStmt) {
            return parent instanceof LambdaExpr lambda ? Optional.of(lambda) : Optional.empty();
        }
        while (parent != null && !(parent instanceof LambdaExpr)) {
            parent = parent.getParentNode().orElse(null);
        }
        return Optional.ofNullable((LambdaExpr) parent);
    }

    private boolean isDiscarded(LambdaExpr lambda) {
        return attribution.typeOf(lambda) instanceof DeclaredType type
                && type.getKind() == TypeKind.DECLARED
                && descriptor(type).getReturnType().getKind() == TypeKind.VOID;
    }

    private ExecutableElement descriptor(DeclaredType type) {
        return FunctionalInterfaces.method((TypeElement) type.asElement(), attribution.elements());
    }

    /** Whether what takes a lambda says itself that the lambda's value is a future, whatever is inferred. */
    private boolean givesFuture(LambdaExpr lambda) {
        return lambda.getParentNode().orElseThrow() instanceof NodeWithArguments<?> call
                && isFuture(result(formal(called(call), call, lambda)))
                && overloads(call).noneMatch(other -> seesClass(result(formal(other, call, lambda))));
    }

    /** What a functional interface gives; null if the type is none. */
    private TypeMirror result(TypeMirror functional) {
        if (!(functional instanceof DeclaredType type) || type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        Optional<ExecutableElement> method =
                FunctionalInterfaces.find((TypeElement) type.asElement(), attribution.elements());
        if (method.isEmpty()) {
            return null;
        }
        TypeMirror result = ((ExecutableType) attribution.types().asMemberOf(type, method.get())).getReturnType();
        return result instanceof WildcardType wildcard ? wildcard.getExtendsBound() : result;
    }

    /** Whether nothing is inferred from what an argument is but the type of its value. */
    private boolean takesFuture(NodeWithArguments<?> call, Node value) {
        TypeMirror formal = formal(called(call), call, value);
        return (isFuture(formal) || !PolyExpressions.mentions(formal, inferred(call)))
                && overloads(call).noneMatch(other -> seesClass(formal(other, call, value)));
    }

    private ExecutableElement called(NodeWithArguments<?> call) {
        return (ExecutableElement) attribution.elementOf((Node) call);
    }

    private List<Element> inferred(NodeWithArguments<?> call) {
        List<Element> inferred = new ArrayList<>(called(call).getTypeParameters());
        if (call instanceof ObjectCreationExpr creation && creation.getType().isUsingDiamondOperator()) {
            inferred.addAll(((TypeElement) called(call).getEnclosingElement()).getTypeParameters());
        }
        return inferred;
    }

    private static TypeMirror formal(ExecutableElement method, NodeWithArguments<?> call, Node argument) {
        List<? extends Expression> arguments = call.getArguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) == argument && !method.getParameters().isEmpty()) {
                return PolyExpressions.formal(method, i, arguments.size());
            }
        }
        return null;
    }

    private static boolean isFuture(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && FUTURES.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    /** The other methods of the name. */
    private Stream<ExecutableElement> overloads(NodeWithArguments<?> call) {
        ExecutableElement method = called(call);
        return attribution.elements().getAllMembers((TypeElement) method.getEnclosingElement()).stream()
                .filter(other -> !other.equals(method)
                        && other instanceof ExecutableElement
                        && other.getSimpleName().equals(method.getSimpleName()))
                .map(ExecutableElement.class::cast);
    }

    /** Whether a parameter takes the class of a block's future, and not any future: then it could be chosen. */
    private boolean seesClass(TypeMirror formal) {
        Types types = attribution.types();
        return formal != null
                && types.isSubtype(erased("dev.asyncfn.GuardedStateMachine"), types.erasure(formal))
                && !types.isSubtype(erased("dev.asyncfn.TryFuture"), types.erasure(formal));
    }

    private TypeMirror erased(String type) {
        return attribution
                .types()
                .erasure(attribution.elements().getTypeElement(type).asType());
    }
}
