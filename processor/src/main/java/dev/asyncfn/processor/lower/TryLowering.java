package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Region;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import dev.asyncfn.processor.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Takes {@code try} statements apart. The blocks of a body form a region; an exception in it goes on at the region's
 * handler, which tests the catch clauses in order, or remembers it and runs the {@code finally}.
 */
final class TryLowering {
    private final Lowering fn;
    private final StatementLowering statements;

    TryLowering(Lowering fn, StatementLowering statements) {
        this.fn = fn;
        this.statements = statements;
    }

    /** A try with all its parts means a try with a finally around one with the clauses around the resources. */
    void lower(TryStmt statement) {
        if (statement.getFinallyBlock().isPresent()) {
            BlockStmt cleanup = statement.getFinallyBlock().get();
            withFinally(statement, cleanup, () -> withClauses(statement), () -> statements.block(cleanup));
        } else {
            withClauses(statement);
        }
    }

    // ---- catch

    private void withClauses(TryStmt statement) {
        if (statement.getCatchClauses().isEmpty()) {
            withResources(statement, 0);
            return;
        }
        Region around = fn.graph().region();
        Block handler = fn.graph()
                .block(
                        role(statement.getCatchClauses()),
                        statement.getCatchClauses().get(0));
        Block body = fn.graph().block("TRY", statement.getTryBlock());
        Block after = fn.graph().block("AFTER_TRY", statement);
        fn.graph().goTo(body);
        fn.graph().enter(new Region(around, handler));
        fn.graph().place(body);
        withResources(statement, 0);
        fn.graph().goTo(after);
        fn.graph().enter(around);
        fn.graph().place(handler);
        for (CatchClause clause : statement.getCatchClauses()) {
            clause(clause, after);
        }
        fn.graph().add(rethrow(Code.of(new Piece.Thrown())));
        fn.graph().place(after);
    }

    private static String role(List<CatchClause> clauses) {
        Type type = clauses.get(0).getParameter().getType();
        boolean simple = clauses.size() == 1 && type.isClassOrInterfaceType();
        return simple
                ? "CATCH_"
                        + ExpressionLowering.constantCase(
                                type.asClassOrInterfaceType().getNameAsString())
                : "CATCH";
    }

    static Step rethrow(Code exception) {
        return new Step.Run(Code.of(new Piece.Rethrow(exception)), false);
    }

    private void clause(CatchClause clause, Block after) {
        Block body = fn.graph().block("CAUGHT", clause);
        Block next = fn.graph().block("UNCAUGHT", clause);
        fn.graph()
                .add(new Step.Origin(fn.source().file().line(fn.source().file().start(clause)), true));
        Code test = test(clause.getParameter());
        fn.graph().end(new End.Branch(test, Code.of("!(", test, ")"), body, next));
        fn.graph().place(body);
        Element element = fn.attribution().elementOf(clause.getParameter());
        Variable caught = fn.localVariable(element);
        fn.names().declare(element, caught);
        Code value = isThrowable(caught.type())
                ? Code.of(new Piece.Thrown())
                : Code.of("(", new Piece.TypeRef(caught.type()), ") ", new Piece.Thrown());
        fn.graph().add(new Step.Assign(caught, value, null, true));
        statements.block(clause.getBody());
        fn.graph().goTo(after);
        fn.graph().place(next);
    }

    private Code test(Parameter parameter) {
        List<Object> parts = new ArrayList<>();
        for (Type type : alternatives(parameter.getType())) {
            TypeMirror mirror = fn.attribution().elementOf(type).asType();
            parts.add(parts.isEmpty() ? "" : " || ");
            parts.addAll(
                    List.of(new Piece.Thrown(), " instanceof ", fn.translator().translate(type)));
            if (catchesDrops(mirror)) {
                parts.add(new Piece.NotDropped());
            }
        }
        return Code.join(parts);
    }

    private static List<? extends Type> alternatives(Type type) {
        List<ReferenceType> union = type instanceof UnionType several ? several.getElements() : List.of();
        return union.isEmpty() ? List.of(type) : union;
    }

    private boolean isThrowable(TypeMirror type) {
        return type.toString().equals("java.lang.Throwable");
    }

    /** A drop travels through the handlers as an error of its own, which no clause may see. */
    private boolean catchesDrops(TypeMirror type) {
        return isThrowable(type) || type.toString().equals("java.lang.Error");
    }

    // ---- finally

    /**
     * Runs a body and, however it is left, a cleanup.
     *
     * @param guarded the node whose jumps pass the cleanup
     */
    private void withFinally(TryStmt guarded, Node cleanupOrigin, Runnable body, Runnable cleanup) {
        Variable pending = throwableVariable("pending");
        withFinally(guarded.getTryBlock(), guarded, cleanupOrigin, pending, body, cleanup);
    }

    private void withFinally(
            Node body, TryStmt statement, Node cleanupOrigin, Variable pending, Runnable run, Runnable cleanup) {
        Region around = fn.graph().region();
        Block entry = fn.graph().block("FINALLY", cleanupOrigin);
        Block failed = fn.graph().block("FAILED", cleanupOrigin);
        Block rethrow = fn.graph().block("RETHROW", cleanupOrigin);
        Block start = fn.graph().block("TRY", body);
        Block after = fn.graph().block("AFTER_TRY", statement);
        Variable exit = new Variable(Role.EXIT, fn.names().fresh("afterFinally"), fn.objectType());
        Exits.Scope scope = fn.exits().scope(entry, exit, around, pending);
        fn.graph().goTo(start);
        List<Node> guarded = guardedParts(statement);
        guarded.forEach(node -> fn.exits().open(node, scope));
        fn.graph().enter(new Region(around, failed));
        fn.graph().place(start);
        run.run();
        guarded.forEach(node -> fn.exits().close(node, scope));
        if (fn.graph().isOpen()) {
            fn.graph().add(new Step.Forget(pending));
            fn.exits().tell(fn.graph().current(), scope, after);
            fn.graph().goTo(entry);
        }
        fn.graph().enter(around);
        fn.graph().place(failed);
        fn.graph().add(new Step.Assign(pending, Code.of(new Piece.Thrown()), null, true));
        fn.exits().tell(failed, scope, rethrow);
        fn.graph().place(entry);
        fn.exits().inFinally(scope, cleanupOrigin, cleanup);
        fn.graph().end(new End.Exit(exit, scope.targets()));
        fn.graph().place(rethrow);
        fn.graph().add(rethrow(Code.of(pending)));
        fn.graph().place(after);
    }

    /** What the finally runs after: the body, the resources and the clauses. */
    private static List<Node> guardedParts(TryStmt statement) {
        List<Node> parts = new ArrayList<>(List.of(statement.getTryBlock()));
        parts.addAll(statement.getResources());
        parts.addAll(statement.getCatchClauses());
        return parts;
    }

    private Variable throwableVariable(String name) {
        TypeMirror type = fn.attribution()
                .elements()
                .getTypeElement("java.lang.Throwable")
                .asType();
        return fn.pendingVariable(name, type);
    }

    // ---- resources (JLS 14.20.3.1)

    private void withResources(TryStmt statement, int index) {
        if (index == statement.getResources().size()) {
            statements.block(statement.getTryBlock());
            return;
        }
        Expression expression = statement.getResources().get(index);
        Variable resource = resource(expression);
        Variable pending = throwableVariable("primary");
        fn.graph().add(new Step.Assign(pending, Code.of("null"), null, true));
        withFinally(
                expression,
                statement,
                expression,
                pending,
                () -> withResources(statement, index + 1),
                () -> close(statement, resource, pending));
    }

    private Variable resource(Expression expression) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            statements.declaration(declaration);
            VariableDeclarator declarator = declaration.getVariable(0);
            return fn.names().of(fn.attribution().elementOf(declarator));
        }
        Variable local =
                expression instanceof NameExpr ? fn.names().of(fn.attribution().elementOf(expression)) : null;
        if (local != null) {
            return local; // nobody can assign it
        }
        Variable resource = fn.spillVariable("resource", fn.attribution().typeOf(expression));
        fn.graph().add(new Step.Assign(resource, fn.expressions().lower(expression), null, true));
        return resource;
    }

    /** javac has it close at the end of the block, and after an exception at the try. */
    private void close(TryStmt statement, Variable resource, Variable primary) {
        SourceFile file = fn.source().file();
        Piece atTry = new Piece.SourceLine(file.line(file.start(statement)));
        Piece atEnd = new Piece.SourceLine(file.line(file.end(statement.getTryBlock()) - 1));
        Piece read = new Piece.Read(resource, false);
        Piece failure = new Piece.Read(primary, false);
        String suppressed = fn.names().fresh("suppressed");
        Code close = Code.of(
                "if (",
                failure,
                new Piece.Conditional(),
                " == null) {\n    if (",
                read,
                " != null) {\n        ",
                read,
                atEnd,
                ".close();\n    }\n",
                "} else if (",
                read,
                " != null) {\n    try {\n        ",
                read,
                atTry,
                ".close();\n    } catch (",
                fn.classRef("java.lang.Throwable"),
                " ",
                suppressed,
                ") {\n        ",
                failure,
                ".addSuppressed(",
                suppressed,
                ");\n    }\n}");
        fn.graph().add(new Step.Run(close, true));
    }
}
