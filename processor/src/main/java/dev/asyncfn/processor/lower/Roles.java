package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.ir.BlockRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The roles of blocks whose names say more where there are several of a kind. */
final class Roles {
    private Roles() {}

    /**
     * An await. Its alternatives name the variable that gets the value, an argument, or the block around it.
     *
     * @param awaited what is awaited is called
     * @param call of the method that makes the future, or of await
     */
    static BlockRole await(String awaited, MethodCallExpr await, Expression call) {
        String name = "AWAIT_" + StateNames.of(awaited);
        List<String> alternatives = new ArrayList<>();
        alternatives.add(variable(await).map(v -> "AWAIT_" + StateNames.of(v)).orElse(""));
        if (call instanceof MethodCallExpr method) {
            method.getArguments()
                    .forEach(argument -> alternatives.add(
                            word(argument).map(word -> name + "_" + word).orElse("")));
        }
        alternatives.add(region(await).map(region -> name + "_IN_" + region).orElse(""));
        return new BlockRole(name, alternatives);
    }

    private static Optional<String> variable(Node await) {
        Node parent = await.getParentNode().orElseThrow();
        if (parent instanceof VariableDeclarator declarator) {
            return Optional.of(declarator.getNameAsString());
        }
        return parent instanceof AssignExpr assign && assign.getTarget() instanceof NameExpr name
                ? Optional.of(name.getNameAsString())
                : Optional.empty();
    }

    private static Optional<String> word(Expression argument) {
        if (argument instanceof NameExpr name) {
            return Optional.of(StateNames.of(name.getNameAsString()));
        }
        return argument instanceof FieldAccessExpr access
                ? Optional.of(StateNames.of(access.getNameAsString()))
                : Optional.empty();
    }

    private static Optional<String> region(Node node) {
        for (Node n = node; n.getParentNode().isPresent(); n = n.getParentNode().get()) {
            if (n instanceof CatchClause) {
                return Optional.of("CATCH");
            }
            Node parent = n.getParentNode().get();
            if (parent instanceof TryStmt attempt && attempt.getFinallyBlock().orElse(null) == n) {
                return Optional.of("FINALLY");
            }
        }
        return Optional.empty();
    }

    /** A part of a loop, told apart by the variable of the loop. */
    static BlockRole loop(String role, Node loop) {
        return BlockRole.of(role.replace("LOOP", StateNames.label(loop) + "LOOP"), loopVariable(loop));
    }

    private static String loopVariable(Node loop) {
        if (loop instanceof ForEachStmt each) {
            return StateNames.of(each.getVariable().getVariable(0).getNameAsString());
        }
        return loop instanceof ForStmt counted
                        && counted.getInitialization().size() == 1
                        && counted.getInitialization().get(0) instanceof VariableDeclarationExpr declaration
                ? StateNames.of(declaration.getVariable(0).getNameAsString())
                : "";
    }

    /** The catch clauses of one try, told apart by what they catch. */
    static BlockRole clauses(List<CatchClause> clauses) {
        Type type = clauses.get(0).getParameter().getType();
        boolean simple = clauses.size() == 1 && type.isClassOrInterfaceType();
        return BlockRole.of(
                "CATCH", simple ? StateNames.of(type.asClassOrInterfaceType().getNameAsString()) : "");
    }

    /** A finally block, told apart by what its first call gets, or by what it calls. */
    static BlockRole cleanup(BlockStmt block) {
        Optional<MethodCallExpr> call = block.getStatements().getFirst().flatMap(Roles::call);
        List<String> alternatives = new ArrayList<>();
        call.flatMap(c -> c.getArguments().getFirst())
                .flatMap(Roles::word)
                .ifPresent(word -> alternatives.add("FINALLY_" + word));
        call.ifPresent(c -> alternatives.add("FINALLY_" + StateNames.of(c.getNameAsString())));
        return new BlockRole("FINALLY", alternatives);
    }

    private static Optional<MethodCallExpr> call(Statement statement) {
        return statement
                .toExpressionStmt()
                .flatMap(s -> s.getExpression().toMethodCallExpr())
                .map(call -> call.getNameAsString().equals("await")
                                && call.getArguments().size() == 1
                                && call.getArgument(0) instanceof MethodCallExpr inner
                        ? inner
                        : call);
    }
}
