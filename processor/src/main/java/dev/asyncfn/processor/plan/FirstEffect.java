package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * What a body does first, other than to compute with its own variables: if that initialises the class of the body, nobody notices whether a
 * call of the method has done so just before.
 */
final class FirstEffect {
    private enum Effect {
        NONE,
        /** The class is initialised. */
        INITIALISES,
        OTHER
    }

    private final Attribution attribution;

    private FirstEffect(Attribution attribution) {
        this.attribution = attribution;
    }

    /** Whether the class of the method is initialised before anything else can be noticed. */
    static boolean initialises(BlockStmt body, Attribution attribution) {
        return new FirstEffect(attribution).of(body) == Effect.INITIALISES;
    }

    private Effect first(List<? extends Node> inOrder) {
        return inOrder.stream()
                .map(this::of)
                .filter(effect -> effect != Effect.NONE)
                .findFirst()
                .orElse(Effect.NONE);
    }

    private Effect of(Node node) {
        return node instanceof Statement statement ? ofStatement(statement) : ofExpression((Expression) node);
    }

    /** Of a statement that branches, only what is evaluated in any case counts. */
    private Effect ofStatement(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return first(block.getStatements());
        } else if (statement instanceof ExpressionStmt expression) {
            return of(expression.getExpression());
        } else if (statement instanceof LabeledStmt labelled) {
            return of(labelled.getStatement());
        } else if (statement instanceof TryStmt tried) {
            List<Node> inOrder = new ArrayList<>(tried.getResources());
            inOrder.add(tried.getTryBlock());
            return first(inOrder);
        } else if (statement instanceof EmptyStmt) {
            return Effect.NONE;
        }
        return always(statement).map(this::orOther).orElse(Effect.OTHER);
    }

    private static Optional<Expression> always(Statement statement) {
        if (statement instanceof IfStmt branch) {
            return Optional.of(branch.getCondition());
        } else if (statement instanceof WhileStmt loop) {
            return Optional.of(loop.getCondition());
        } else if (statement instanceof ForEachStmt loop) {
            return Optional.of(loop.getIterable());
        } else if (statement instanceof SwitchStmt choice) {
            return Optional.of(choice.getSelector());
        } else if (statement instanceof ThrowStmt thrown) {
            return Optional.of(thrown.getExpression());
        }
        return statement instanceof ReturnStmt returned ? returned.getExpression() : Optional.empty();
    }

    private Effect orOther(Expression expression) {
        Effect effect = of(expression);
        return effect == Effect.NONE ? Effect.OTHER : effect;
    }

    private Effect ofExpression(Expression expression) {
        if (expression instanceof LiteralExpr || expression instanceof LambdaExpr || expression instanceof ClassExpr) {
            return Effect.NONE;
        } else if (expression instanceof NameExpr || expression instanceof FieldAccessExpr) {
            return ofName(expression);
        } else if (expression instanceof MethodCallExpr call) {
            return ofCall(call);
        } else if (expression instanceof ObjectCreationExpr creation) {
            return ofCreation(creation);
        } else if (expression instanceof AssignExpr assign) {
            return ofAssignment(assign);
        } else if (expression instanceof VariableDeclarationExpr declaration) {
            return first(declaration.getVariables().stream()
                    .map(VariableDeclarator::getInitializer)
                    .flatMap(Optional::stream)
                    .toList());
        }
        return ofOperator(expression);
    }

    private Effect ofOperator(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return of(enclosed.getInner());
        } else if (expression instanceof ArrayInitializerExpr array) {
            return first(array.getValues());
        } else if (expression instanceof InstanceOfExpr test) {
            return of(test.getExpression());
        } else if (expression instanceof CastExpr cast && cast.getType().isPrimitiveType()) {
            return of(cast.getExpression());
        } else if (expression instanceof UnaryExpr unary) {
            return of(unary.getExpression());
        } else if (expression instanceof ConditionalExpr choice) {
            return orOther(choice.getCondition());
        } else if (expression instanceof SwitchExpr choice) {
            return orOther(choice.getSelector());
        } else if (expression instanceof BinaryExpr binary) {
            Effect left = of(binary.getLeft());
            boolean mayFail = binary.getOperator() == BinaryExpr.Operator.DIVIDE
                    || binary.getOperator() == BinaryExpr.Operator.REMAINDER;
            return left != Effect.NONE
                    ? left
                    : Operands.isShortCircuit(binary) || mayFail ? orOther(binary.getRight()) : of(binary.getRight());
        }
        return Effect.OTHER;
    }

    private Effect ofName(Expression name) {
        if (!(attribution.elementOf(name) instanceof VariableElement variable)) {
            return Effect.OTHER;
        }
        boolean local = !variable.getKind().isField();
        return local || variable.getConstantValue() != null ? Effect.NONE : ofStatic(variable);
    }

    /** Only the class that declares it is initialised (JLS 12.4.1). */
    private Effect ofStatic(Element member) {
        boolean own = member.getModifiers().contains(Modifier.STATIC)
                && member.getEnclosingElement().equals(attribution.method().getEnclosingElement());
        return own ? Effect.INITIALISES : Effect.OTHER;
    }

    private Effect ofCall(MethodCallExpr call) {
        List<Node> before = new ArrayList<>();
        call.getScope().filter(this::isValue).ifPresent(before::add);
        before.addAll(call.getArguments());
        Effect effect = first(before);
        return effect == Effect.NONE ? ofStatic(attribution.elementOf(call)) : effect;
    }

    private boolean isValue(Expression scope) {
        Element element = attribution.elementOf(scope);
        return element == null
                || !(element.getKind().isClass()
                        || element.getKind().isInterface()
                        || element.getKind() == ElementKind.PACKAGE);
    }

    private Effect ofCreation(ObjectCreationExpr creation) {
        List<Node> before = new ArrayList<>(creation.getArguments());
        creation.getScope().ifPresent(scope -> before.add(0, scope));
        Effect effect = first(before);
        boolean own = attribution.elementOf(creation.getType())
                == attribution.method().getEnclosingElement();
        return effect != Effect.NONE ? effect : own ? Effect.INITIALISES : Effect.OTHER;
    }

    private Effect ofAssignment(AssignExpr assign) {
        Effect value = of(assign.getValue());
        Expression target = Awaits.unparenthesized(assign.getTarget());
        boolean local = target instanceof NameExpr;
        return value != Effect.NONE ? value : local ? ofName(target) : Effect.OTHER;
    }
}
