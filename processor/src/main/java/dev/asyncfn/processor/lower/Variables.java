package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.InaccessibleTypes;
import dev.asyncfn.processor.plan.SplitPlan;
import dev.asyncfn.processor.plan.Unnameable;
import dev.asyncfn.processor.translate.Names;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Makes the variables of a lowered body: those of the source, and those that hold what lies between two of its states. */
final class Variables {
    private final Attribution attribution;
    private final Names names;
    private final Denotable denotable;
    private final InaccessibleTypes inaccessible;
    private final Unnameable unnameable;
    private final SourceFile file;
    private Node place;

    Variables(SplitPlan plan, Names names, Denotable denotable) {
        this.attribution = plan.attribution();
        this.names = names;
        this.denotable = denotable;
        this.file = plan.source().file();
        this.place = plan.source().declaration();
        this.unnameable = new Unnameable(attribution);
        this.inaccessible = new InaccessibleTypes(attribution, denotable, place);
    }

    Variable local(Element element) {
        VariableElement variable = (VariableElement) element;
        check(inaccessible.needed(variable), place);
        String name = variable.getSimpleName().toString();
        return new Variable(
                Role.LOCAL,
                name.isEmpty() ? names.unnamed() : name,
                denotable.upper(variable.asType()),
                variable.getConstantValue(),
                denotable.bounds(variable.asType()),
                Composites.of(variable.asType(), denotable),
                Span.NONE);
    }

    /** A variable around an async block, which captures its value. */
    Variable captured(VariableElement variable) {
        check(inaccessible.needed(variable), place);
        return new Variable(
                Role.PARAMETER,
                variable.getSimpleName().toString(),
                denotable.upper(variable.asType()),
                null,
                denotable.bounds(variable.asType()),
                Composites.of(variable.asType(), denotable),
                Span.NONE);
    }

    Variable pattern(TypePatternExpr pattern) {
        Element element = attribution.elementOf(pattern);
        Variable variable = local(element);
        names.declare(element, variable);
        return variable;
    }

    /** @param source the expression whose value it holds */
    Variable spill(String name, TypeMirror type, Expression source) {
        return kept(Role.SPILL, name, type, file.place(source));
    }

    /** @param source the expression whose value it holds */
    Variable choice(String name, TypeMirror type, Expression source) {
        return kept(Role.CHOICE, name, type, file.place(source));
    }

    Variable pending(String name, TypeMirror type) {
        return kept(Role.PENDING, name, type, Span.NONE);
    }

    private Variable kept(Role role, String name, TypeMirror type, Span source) {
        return new Variable(
                role,
                names.fresh(name, name + "Value"),
                denotable.upper(type),
                null,
                denotable.bounds(type),
                Composites.of(type, denotable),
                source);
    }

    /**
     * What an enhanced for keeps from round to round.
     *
     * @param source what it goes through
     */
    Variable loop(String name, TypeMirror type, Expression source) {
        return new Variable(
                Role.LOCAL,
                names.fresh(name, name + "Value"),
                denotable.upper(type),
                null,
                List.of(),
                null,
                file.place(source));
    }

    /** From now on, problems are found at this node. */
    void at(Node node) {
        place = node;
    }

    /** The value of an expression is kept. */
    void checkKept(Expression expression) {
        check(inaccessible.needed(expression), expression);
    }

    /** A type may be inferred that the source never names, and so nothing has checked whether it can be. */
    private void check(Optional<TypeElement> needed, Node at) {
        needed.ifPresent(type -> {
            throw unnameable.at(type, at);
        });
    }
}
