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
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Region;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Test;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import dev.asyncfn.processor.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Splits {@code try} statements. The blocks of a body form a region; an exception in it continues at the region's
 * handler, which tests the catch clauses in order, or remembers it and runs the {@code finally}.
 */
final class TryLowering {
    private final LoweringContext fn;
    private final Recursion parts;
    private final Declarations declarations;

    TryLowering(LoweringContext fn, Recursion parts, Declarations declarations) {
        this.fn = fn;
        this.parts = parts;
        this.declarations = declarations;
    }

    /** A try with all its parts means a try with a finally around one with the clauses around the resources. */
    void lower(TryStmt statement) {
        if (statement.getFinallyBlock().isPresent()) {
            BlockStmt cleanup = statement.getFinallyBlock().get();
            withFinally(statement, cleanup);
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
                        Roles.clauses(statement.getCatchClauses()),
                        statement.getCatchClauses().get(0));
        Block body = fn.graph().block("TRY", statement.getTryBlock());
        Block after = fn.graph().block("AFTER_TRY", statement);
        fn.graph().goTo(body);
        fn.graph().enter(new Region(around, handler));
        fn.graph().place(body);
        fn.origins().quote(statement);
        withResources(statement, 0);
        fn.graph().goTo(after);
        fn.graph().enter(around);
        fn.graph().place(handler);
        CatchClause last = statement.getCatchClauses().getLast().orElseThrow();
        for (CatchClause clause : statement.getCatchClauses()) {
            clause(clause, clause == last, after);
        }
        fn.graph().place(after);
    }

    private void clause(CatchClause clause, boolean isLast, Block after) {
        Block body = fn.graph().block("CAUGHT", clause);
        Block next = fn.graph().block("NEXT_CATCH", clause);
        fn.origins().clause(clause);
        Test.Caught test = test(clause.getParameter());
        if (isLast) {
            fn.graph().add(new Step.RethrowUnless(test));
        } else {
            fn.graph().end(new End.Branch(test, body, next));
            fn.graph().place(body);
        }
        Element element = fn.attribution().elementOf(clause.getParameter());
        Variable caught = fn.variables().local(element);
        fn.names().declare(element, caught);
        boolean named = caught.bounds().isEmpty();
        Code value = named ? as(caught.type()) : asAll(caught.bounds());
        fn.graph().add(new Step.Assign(caught, value, named ? null : Step.INFERRED, true));
        parts.block(clause.getBody());
        fn.graph().goTo(after);
        if (!isLast) {
            fn.graph().place(next);
        }
    }

    private Code as(TypeMirror type) {
        Code thrown = Code.of(new Computed.Thrown());
        return isThrowable(type) ? thrown : Code.of(new Computed.Cast(type, thrown));
    }

    /** What the alternatives of a clause have in common may be several types. */
    private static Code asAll(List<TypeMirror> types) {
        return Code.of(new Reference.CastTogether(types), new Computed.Thrown());
    }

    private Test.Caught test(Parameter parameter) {
        List<Test.Caught.Alternative> caught = new ArrayList<>();
        for (Type type : alternatives(parameter.getType())) {
            TypeElement element = (TypeElement) fn.attribution().elementOf(type);
            Reference.Bridged accessor = fn.attribution().carried().contains(element)
                    ? new Reference.Bridged(Reference.BridgeKind.IS, element, element, element.asType())
                    : null;
            caught.add(new Test.Caught.Alternative(
                    fn.translator().translate(type), accessor, catchesDrops(element.asType())));
        }
        return new Test.Caught(caught);
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

    private void withFinally(TryStmt statement, BlockStmt cleanup) {
        boolean alone = statement.getCatchClauses().isEmpty();
        boolean completes = fn.completion().isNormal(statement.getTryBlock());
        FinallyPart last = new FinallyPart(
                fn.graph().block(Roles.cleanup(cleanup), cleanup),
                throwableVariable("pending"),
                cleanup,
                () -> fn.origins().cleanup(cleanup),
                () -> {
                    parts.block(cleanup);
                    fn.origins().endOfFinally(cleanup);
                });
        guard(
                statement,
                completes
                        || statement.getCatchClauses().stream()
                                .anyMatch(clause -> fn.completion().isNormal(clause.getBody())),
                () -> {
                    if (alone) {
                        fn.origins().quote(statement);
                    }
                    withClauses(statement);
                },
                last);
    }

    /**
     * What runs however a {@code try} is left.
     *
     * @param entry its first block
     * @param pending keeps what was thrown until it ends
     * @param node the node whose jumps leave it
     * @param origin says where it begins in the source
     * @param lowering lowers it
     */
    private record FinallyPart(Block entry, Variable pending, Node node, Runnable origin, Runnable lowering) {}

    /**
     * Runs a body and, however it is left, the last part.
     *
     * @param statement the statement whose jumps pass the last part
     * @param completes whether the body can complete normally
     */
    private void guard(TryStmt statement, boolean completes, Runnable body, FinallyPart last) {
        Region around = fn.graph().region();
        Block start = fn.graph().block("TRY", statement.getTryBlock());
        Block after = fn.graph().block("AFTER_TRY", statement);
        Variable exit = new Variable(Role.EXIT, fn.names().fresh("afterFinally"), fn.objectType());
        FinallyScope scope = fn.exits().scope(last.entry(), exit, around, last.pending());
        fn.graph().goTo(start);
        List<Node> guarded = guardedParts(statement);
        guarded.forEach(part -> fn.exits().open(part, scope));
        fn.graph().enter(new Region(around, last.entry()));
        fn.graph().place(start);
        body.run();
        guarded.forEach(part -> fn.exits().close(part, scope));
        if (fn.graph().isOpen() && completes) {
            scope.leaves().put(fn.graph().current(), after);
        }
        fn.graph().goTo(last.entry());
        fn.graph().enter(around);
        fn.graph().place(last.entry());
        last.origin().run();
        fn.graph().add(new Cleanup.PutOff(last.pending()));
        fn.exits().inFinally(scope, last.node(), last.lowering());
        if (fn.graph().isOpen()) {
            fn.exits().end(scope);
        }
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
        return fn.variables().pending(name, type);
    }

    // ---- resources (JLS 14.20.3.1)

    private void withResources(TryStmt statement, int index) {
        if (index == statement.getResources().size()) {
            parts.block(statement.getTryBlock());
            return;
        }
        Expression expression = statement.getResources().get(index);
        fn.origins().resource(expression);
        Variable resource = resource(expression);
        Variable pending = throwableVariable("primary");
        FinallyPart last = new FinallyPart(
                fn.graph().block("CLOSE_" + StateNames.of(resource.name()), expression),
                pending,
                expression,
                () -> fn.origins().close(statement.getTryBlock(), expression),
                () -> close(statement, resource, pending));
        boolean completes = fn.completion().isNormal(statement.getTryBlock());
        guard(statement, completes, () -> withResources(statement, index + 1), last);
    }

    private Variable resource(Expression expression) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            declarations.declare(declaration);
            VariableDeclarator declarator = declaration.getVariable(0);
            return fn.names().of(fn.attribution().elementOf(declarator));
        }
        Variable local =
                expression instanceof NameExpr ? fn.names().of(fn.attribution().elementOf(expression)) : null;
        if (local != null) {
            return local; // nobody can assign it
        }
        Variable resource = fn.variables().spill("resource", fn.attribution().typeOf(expression), expression);
        fn.graph().add(new Step.Assign(resource, parts.value(expression), null, true));
        return resource;
    }

    /** javac has it close at the end of the block, and after an exception at the try. */
    private void close(TryStmt statement, Variable resource, Variable primary) {
        SourceFile file = fn.source().file();
        int end = file.line(file.end(statement.getTryBlock()) - 1);
        int start = file.line(file.start(statement));
        fn.graph().add(new Cleanup.CloseResource(resource, primary, fn.names().fresh("suppressed"), end, start));
    }
}
