package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.KeptClass;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.NotLowered;
import dev.asyncfn.processor.plan.PolyExpressions;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What creates objects of the anonymous classes that stay in the user's class: the bridge, which gets what they capture. */
final class KeptCreations {
    private final Translation translator;
    private final Instances instances;
    private final Attribution attribution;
    private final PolyExpressions poly;
    private final Denotable denotable;
    private final TypeElement owner;

    KeptCreations(Translation translator, Instances instances, SplitPlan plan) {
        this.translator = translator;
        this.instances = instances;
        this.attribution = plan.attribution();
        this.poly = new PolyExpressions(attribution);
        this.denotable = new Denotable(attribution, plan.anonymousClasses().keySet());
        this.owner = plan.owner();
    }

    Code creation(ObjectCreationExpr creation, KeptClass kept) {
        ExecutableElement constructor = (ExecutableElement) attribution.elementOf(creation);
        boolean inner = !attribution.method().getModifiers().contains(Modifier.STATIC);
        List<Code> arguments = new ArrayList<>();
        if (inner) {
            arguments.add(instances.self(creation));
        }
        for (int i = 0; i < creation.getArguments().size(); i++) {
            arguments.add(argument(
                    creation.getArgument(i), constructor.getParameters().get(i).asType()));
        }
        List<VariableElement> captured = new ArrayList<>();
        for (NameExpr name : kept.captured()) {
            captured.add((VariableElement) attribution.elementOf(name));
            arguments.add(captured(name));
        }
        List<Object> parts = new ArrayList<>();
        arguments.forEach(argument -> parts.addAll(parts.isEmpty() ? List.of(argument) : List.of(", ", argument)));
        return Code.of(new Reference.NewKept(
                attribution.elements().getBinaryName(kept.type()).toString(),
                kept.type(),
                denotable.upper(kept.above()),
                constructor,
                inner ? owner : null,
                captured,
                Code.join(parts)));
    }

    /** What its context decides has no other context here than the parameter's type. */
    private Code argument(Expression argument, TypeMirror type) {
        Expression value = Awaits.unparenthesized(argument);
        Code code = translator.asArgument(argument);
        boolean needsTarget = PolyExpressions.isFunction(value)
                || poly.isInferred(value)
                || value.isConditionalExpr()
                || value.isSwitchExpr();
        if (type.getKind().isPrimitive() || !needsTarget || translator.isSubstituted(argument)) {
            return code;
        }
        if (!denotable.holds(type)) {
            throw new NotLowered(Problem.NOT_LOWERED, argument);
        }
        return Code.of(new Reference.Typed(type), "(", code, ")");
    }

    /** The text of a name in the class says nothing of the place where the object is created. */
    private Code captured(NameExpr name) {
        Code code = translator.translate(name);
        boolean local = code.pieces().get(0) instanceof SourceText.Verbatim;
        return local ? Code.of(new SourceText.LocalName(name.getNameAsString())) : code;
    }
}
