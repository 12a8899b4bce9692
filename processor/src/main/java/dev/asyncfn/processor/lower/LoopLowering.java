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
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Test;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.Awaits;
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
    private final LoweringContext fn;
    private final Recursion parts;
    private final Declarations declarations;

    LoopLowering(LoweringContext fn, Recursion parts, Declarations declarations) {
        this.fn = fn;
        this.parts = parts;
        this.declarations = declarations;
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
        return fn.graph().block(Roles.loop(role, loop), origin);
    }

    private void whileLoop(WhileStmt loop) {
        Block test = block("LOOP", loop, loop);
        Block body = block("LOOP_BODY", loop, loop.getBody());
        Block after = block("AFTER_LOOP", loop, loop);
        fn.jumps().open(loop, after, test);
        fn.graph().place(test);
        condition(Optional.of(loop.getCondition()), () -> fn.origins().condition(loop), body, after);
        fn.graph().place(body);
        parts.branch(loop.getBody());
        fn.graph().goTo(test);
        fn.graph().place(after);
    }

    private void condition(Optional<Expression> condition, Runnable origin, Block body, Block after) {
        if (condition.isEmpty() || fn.completion().isAlwaysTrue(condition.get())) {
            fn.graph().goTo(body);
        } else {
            origin.run();
            parts.condition(condition.get(), body, after, false);
        }
    }

    private void doLoop(DoStmt loop) {
        Block body = block("LOOP", loop, loop);
        Block test = block("LOOP_TEST", loop, loop.getCondition());
        Block after = block("AFTER_LOOP", loop, loop);
        fn.jumps().open(loop, after, test);
        fn.graph().place(body);
        parts.branch(loop.getBody());
        fn.graph().place(test);
        condition(Optional.of(loop.getCondition()), () -> fn.origins().condition(loop), body, after);
        fn.graph().place(after);
    }

    private void forLoop(ForStmt loop) {
        fn.origins().initialization(loop);
        for (Expression initial : loop.getInitialization()) {
            if (initial instanceof VariableDeclarationExpr declaration) {
                declarations.declare(declaration);
            } else {
                declarations.evaluate(initial, SourceText.Comment.NONE);
            }
        }
        Block test = block("LOOP", loop, loop);
        Block body = block("LOOP_BODY", loop, loop.getBody());
        Block update = block("LOOP_UPDATE", loop, loop);
        Block after = block("AFTER_LOOP", loop, loop);
        fn.jumps().open(loop, after, update);
        fn.graph().place(test);
        condition(loop.getCompare(), () -> fn.origins().condition(loop), body, after);
        fn.graph().place(body);
        parts.branch(loop.getBody());
        fn.graph().place(update);
        fn.origins().update(loop);
        loop.getUpdate().forEach(expression -> declarations.evaluate(expression, SourceText.Comment.NONE));
        fn.graph().goTo(test);
        fn.graph().place(after);
    }

    // ---- enhanced for (JLS 14.14.2)

    private void forEach(ForEachStmt loop) {
        fn.origins().iterable(loop);
        TypeMirror own = fn.attribution().typeOf(loop.getIterable());
        TypeMirror iterated = cast(loop).orElse(own);
        if (iterated.getKind() == TypeKind.ARRAY) {
            forEachOfArray(loop, (ArrayType) iterated);
        } else {
            forEachOfIterable(loop, iterated);
        }
    }

    private Optional<TypeMirror> cast(ForEachStmt loop) {
        return fn.conversions().cast(Awaits.unparenthesized(loop.getIterable()));
    }

    private void forEachOfArray(ForEachStmt loop, ArrayType type) {
        String name = nameOfElement(loop);
        Variable array = fn.variables().loop(name + "Array", type, loop.getIterable());
        TypeMirror number = fn.attribution().types().getPrimitiveType(TypeKind.INT);
        Variable index = fn.variables().loop(name + "Index", number, loop.getIterable());
        fn.graph().add(new Step.Assign(array, parts.value(loop.getIterable()), null, true));
        fn.graph().add(new Step.Assign(index, Code.of(new Computed.Literal(0)), null, true));
        each(loop, new Test.InBounds(index, array), Code.of(new Computed.NextElement(array, index)));
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
        Variable iterator = fn.variables().loop(nameOfElement(loop) + "Iterator", type, loop.getIterable());
        Code iterable = parts.value(loop.getIterable());
        boolean selected = loop.getIterable().isNameExpr()
                || loop.getIterable().isMethodCallExpr() && !fn.awaits().is(loop.getIterable());
        boolean simple = selected && cast(loop).isEmpty();
        Code value = Code.of(new Computed.IteratorOf(iterable, simple));
        fn.graph().add(new Step.Assign(iterator, value, null, true));
        Code next = Code.of(new Computed.NextOf(iterator));
        boolean inferred = variable(loop).getType().isVarType();
        each(loop, new Test.HasNext(iterator), inferred ? next : castToVariable(loop, upper, next));
    }

    /** The variable may have another of the types that an element has together than the iterator's argument. */
    private Code castToVariable(ForEachStmt loop, TypeMirror element, Code value) {
        TypeMirror type = fn.attribution().elementOf(variable(loop)).asType();
        boolean fits = element == null || fn.attribution().types().isAssignable(element, type);
        return fits ? value : Code.of(new Computed.Cast(fn.denotable().upper(type), value));
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

    private void each(ForEachStmt loop, Test test, Code next) {
        Block head = block("LOOP", loop, loop);
        Block body = block("LOOP_BODY", loop, loop.getBody());
        Block after = block("AFTER_LOOP", loop, loop);
        fn.jumps().open(loop, after, head);
        fn.graph().place(head);
        fn.origins().element(loop);
        fn.graph().end(new End.Branch(test, body, after));
        fn.graph().place(body);
        Element element = fn.attribution().elementOf(variable(loop));
        Variable variable = fn.variables().local(element);
        fn.names().declare(element, variable);
        boolean named = variable.bounds().isEmpty() && variable.composite() == null;
        fn.graph()
                .add(new Step.Assign(
                        variable,
                        named ? next : exact(variable, next),
                        named ? written(variable(loop)) : Step.INFERRED,
                        true));
        parts.branch(loop.getBody());
        fn.graph().goTo(head);
        fn.graph().place(after);
    }

    /** An element as what it is in the body, of which the iterator's type does not say all. */
    private static Code exact(Variable variable, Code element) {
        return variable.composite() == null
                ? Code.of(new Reference.CastTogether(variable.bounds()), element)
                : variable.composite().of(element);
    }

    /** The type as the user wrote it; null for {@code var}, and if brackets stand behind the name. */
    private Code written(VariableDeclarator variable) {
        boolean printed = variable.getType().isVarType()
                || Declarations.hasBracketsBehind(variable, fn.source().file());
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
