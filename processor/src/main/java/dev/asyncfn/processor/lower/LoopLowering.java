package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** Takes loops apart: a block for the test, the body, and a block after the loop. */
final class LoopLowering {
    private final Lowering fn;
    private final StatementLowering statements;

    LoopLowering(Lowering fn, StatementLowering statements) {
        this.fn = fn;
        this.statements = statements;
    }

    void lower(Statement loop) {
        if (loop instanceof WhileStmt whileLoop) {
            whileLoop(whileLoop);
        } else if (loop instanceof DoStmt doLoop) {
            doLoop(doLoop);
        } else if (loop instanceof ForStmt forLoop) {
            forLoop(forLoop);
        } else {
            forEach((ForEachStmt) loop);
        }
    }

    private Block block(String role, Node loop, Node origin) {
        return fn.graph().block(role.replace("LOOP", StatementLowering.label(loop) + "LOOP"), origin);
    }

    private void whileLoop(WhileStmt loop) {
        Block test = block("LOOP", loop, loop);
        Block body = block("LOOP_BODY", loop, loop.getBody());
        Block after = block("AFTER_LOOP", loop, loop);
        fn.jumps().open(loop, after, test);
        fn.graph().place(test);
        condition(Optional.of(loop.getCondition()), body, after);
        fn.graph().place(body);
        statements.branch(loop.getBody());
        fn.graph().goTo(test);
        fn.graph().place(after);
    }

    private void condition(Optional<Expression> condition, Block body, Block after) {
        if (condition.isEmpty() || fn.completion().isAlwaysTrue(condition.get())) {
            fn.graph().goTo(body);
        } else {
            fn.conditions().lower(condition.get(), body, after, false);
        }
    }

    private void doLoop(DoStmt loop) {
        Block body = block("LOOP", loop, loop);
        Block test = block("LOOP_TEST", loop, loop.getCondition());
        Block after = block("AFTER_LOOP", loop, loop);
        fn.jumps().open(loop, after, test);
        fn.graph().place(body);
        statements.branch(loop.getBody());
        fn.graph().place(test);
        condition(Optional.of(loop.getCondition()), body, after);
        fn.graph().place(after);
    }

    private void forLoop(ForStmt loop) {
        for (Expression initial : loop.getInitialization()) {
            if (initial instanceof VariableDeclarationExpr declaration) {
                statements.declaration(declaration);
            } else {
                statements.evaluate(initial, Piece.Comment.NONE);
            }
        }
        Block test = block("LOOP", loop, loop);
        Block body = block("LOOP_BODY", loop, loop.getBody());
        Block update = block("LOOP_UPDATE", loop, loop);
        Block after = block("AFTER_LOOP", loop, loop);
        fn.jumps().open(loop, after, update);
        fn.graph().place(test);
        condition(loop.getCompare(), body, after);
        fn.graph().place(body);
        statements.branch(loop.getBody());
        fn.graph().place(update);
        loop.getUpdate().forEach(expression -> statements.evaluate(expression, Piece.Comment.NONE));
        fn.graph().goTo(test);
        fn.graph().place(after);
    }

    // ---- enhanced for (JLS 14.14.2)

    private void forEach(ForEachStmt loop) {
        TypeMirror iterated = fn.attribution().typeOf(loop.getIterable());
        if (iterated.getKind() == TypeKind.ARRAY) {
            forEachOfArray(loop, (ArrayType) iterated);
        } else {
            forEachOfIterable(loop, iterated);
        }
    }

    private void forEachOfArray(ForEachStmt loop, ArrayType type) {
        String name = nameOfElement(loop);
        Variable array = fn.loopVariable(name + "Array", type);
        Variable index =
                fn.loopVariable(name + "Index", fn.attribution().types().getPrimitiveType(TypeKind.INT));
        fn.graph().add(new Step.Assign(array, fn.expressions().lower(loop.getIterable()), null, true));
        fn.graph().add(new Step.Assign(index, Code.of("0"), null, true));
        Code test = Code.of(index, " < ", array, ".length");
        Code element = Code.of(array, "[", new Piece.Write(index, true), "++]");
        each(loop, test, Code.of(index, " >= ", array, ".length"), element);
    }

    private void forEachOfIterable(ForEachStmt loop, TypeMirror iterated) {
        TypeMirror element = elementType(iterated);
        Types types = fn.attribution().types();
        TypeElement iteratorType = fn.attribution().elements().getTypeElement("java.util.Iterator");
        TypeMirror upper = element == null ? null : fn.denotable().upper(element);
        boolean exact = element != null && types.isSameType(upper, element);
        TypeMirror type = element == null
                ? types.getDeclaredType(iteratorType)
                : types.getDeclaredType(iteratorType, exact ? upper : types.getWildcardType(upper, null));
        Variable iterator = fn.loopVariable(nameOfElement(loop) + "Iterator", type);
        Code iterable = fn.expressions().lower(loop.getIterable());
        boolean simple = loop.getIterable().isNameExpr()
                || loop.getIterable().isMethodCallExpr() && !fn.awaits().is(loop.getIterable());
        Code value = Code.of(simple ? iterable : Code.of("(", iterable, ")"), ".iterator()");
        fn.graph().add(new Step.Assign(iterator, value, null, true));
        boolean inferred = variable(loop).getType().isVarType();
        Code next = Code.of(inferred ? Code.EMPTY : castToVariable(loop, upper), iterator, ".next()");
        each(loop, Code.of(iterator, ".hasNext()"), Code.of("!", iterator, ".hasNext()"), next);
    }

    /** The variable may have another of the types that an element has together than the iterator's argument. */
    private Code castToVariable(ForEachStmt loop, TypeMirror element) {
        TypeMirror type = fn.attribution().elementOf(variable(loop)).asType();
        boolean fits = element == null || fn.attribution().types().isAssignable(element, type);
        return fits ? Code.EMPTY : Code.of("(", new Piece.TypeRef(fn.denotable().upper(type)), ") ");
    }

    /** The type argument of {@code Iterable} as the type sees it, or null if it is raw. */
    private TypeMirror elementType(TypeMirror type) {
        if (type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR) {
            return elementType(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection && type.getKind() == TypeKind.INTERSECTION) {
            return intersection.getBounds().stream()
                    .map(this::elementType)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        Types types = fn.attribution().types();
        TypeElement iterable = fn.attribution().elements().getTypeElement("java.lang.Iterable");
        if (!(type instanceof DeclaredType declared)) {
            return null;
        }
        if (declared.asElement().equals(iterable)) {
            List<? extends TypeMirror> arguments = ((DeclaredType) types.capture(declared)).getTypeArguments();
            return arguments.isEmpty() ? null : arguments.get(0);
        }
        return types.directSupertypes(types.capture(declared)).stream()
                .map(this::elementType)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void each(ForEachStmt loop, Code test, Code ends, Code next) {
        Block head = block("LOOP", loop, loop);
        Block body = block("LOOP_BODY", loop, loop.getBody());
        Block after = block("AFTER_LOOP", loop, loop);
        fn.jumps().open(loop, after, head);
        fn.graph().place(head);
        fn.graph().end(new End.Branch(test, ends, body, after));
        fn.graph().place(body);
        Element element = fn.attribution().elementOf(variable(loop));
        Variable variable = fn.localVariable(element);
        fn.names().declare(element, variable);
        boolean named = variable.bounds().isEmpty() && variable.composite() == null;
        fn.graph()
                .add(new Step.Assign(
                        variable,
                        named ? next : exact(variable, next),
                        named ? written(variable(loop)) : Code.of("var"),
                        true));
        statements.branch(loop.getBody());
        fn.graph().goTo(head);
        fn.graph().place(after);
    }

    /** An element as what it is in the body, of which the iterator's type does not say all. */
    private static Code exact(Variable variable, Code element) {
        return variable.composite() == null
                ? Code.of(new Piece.CastTogether(variable.bounds()), element)
                : variable.composite().of(element);
    }

    /** The type as the user wrote it; null for {@code var}, and if brackets stand behind the name. */
    private Code written(VariableDeclarator variable) {
        boolean printed = variable.getType().isVarType() || statements.hasBracketsBehind(variable);
        return printed ? null : fn.translator().translate(variable.getType());
    }

    /** What is kept from round to round must not be shared with a loop inside this one. */
    private String nameOfElement(ForEachStmt loop) {
        String name = variable(loop).getNameAsString();
        return name.equals("_") ? fn.names().unnamed() : name;
    }

    private static VariableDeclarator variable(ForEachStmt loop) {
        return loop.getVariable().getVariable(0);
    }
}
