package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.SplitPlan;
import dev.asyncfn.processor.plan.VariableNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** An anonymous class written as one with a name: the user's own members, and a constructor that javac made before. */
final class NamedAnonymous {
    private final Translator translator;
    private final SplitPlan plan;
    private final Attribution attribution;
    private final Names names;
    private final Denotable denotable;
    private final ObjectCreationExpr creation;
    private final TypeElement type;
    private final boolean inner;
    private final Map<Element, Variable> locals = new LinkedHashMap<>();

    /** @param inner whether its superclass needs an enclosing instance */
    NamedAnonymous(
            Translator translator,
            SplitPlan plan,
            Names names,
            Denotable denotable,
            ObjectCreationExpr creation,
            TypeElement type,
            boolean inner) {
        this.translator = translator;
        this.plan = plan;
        this.attribution = plan.attribution();
        this.names = names;
        this.denotable = denotable;
        this.creation = creation;
        this.type = type;
        this.inner = inner;
        members().forEach(this::findLocals);
    }

    List<BodyDeclaration<?>> members() {
        return creation.getAnonymousClassBody().orElseThrow();
    }

    /** What it captures of a lambda around it: variables that are no variables of the lowered body. */
    Set<Variable> locals() {
        return new LinkedHashSet<>(locals.values());
    }

    private void findLocals(Node member) {
        for (Node name : VariableNames.in(member)) {
            Element element = attribution.elementOf(name);
            if (element instanceof VariableElement variable
                    && !Members.isField(element)
                    && names.of(element) == null
                    && !isDeclaredInside(element)) {
                locals.computeIfAbsent(
                        element,
                        e -> new Variable(
                                Variable.Role.LOCAL, e.getSimpleName().toString(), denotable.upper(variable.asType())));
            }
        }
    }

    private boolean isDeclaredInside(Element variable) {
        return members().stream()
                .anyMatch(member -> member.findFirst(
                                Node.class,
                                n -> (n instanceof VariableDeclarator
                                                || n instanceof Parameter
                                                || n instanceof TypePatternExpr)
                                        && variable.equals(attribution.elementOf(n)))
                        .isPresent());
    }

    /** The whole class, without modifiers. */
    Code declaration(String name) {
        boolean isInterface = !type.getInterfaces().isEmpty();
        TypeMirror above = isInterface ? type.getInterfaces().get(0) : type.getSuperclass();
        boolean plain = attribution
                .types()
                .isSameType(
                        above,
                        attribution
                                .elements()
                                .getTypeElement("java.lang.Object")
                                .asType());
        Code head = plain
                ? Code.of("class " + name + " {")
                : Code.of(
                        "class " + name + (isInterface ? " implements " : " extends "),
                        new Reference.TypeRef(above),
                        " {");
        Slices slices = translator.slices(bodyStart());
        members().forEach(member -> translator.visit(member, slices));
        slices.copyTo(plan.source().file().end(creation));
        return Code.of(head, constructor(name), slices.toCode());
    }

    /** Just behind the brace that opens the body. */
    private int bodyStart() {
        Node before = creation.getArguments().getLast().map(Node.class::cast).orElse(creation.getType());
        return plan.source().file().endOfNext("{", before);
    }

    /** Passes on to the superclass what the creation passes; empty if that is nothing. */
    private Code constructor(String name) {
        ExecutableElement made =
                ElementFilter.constructorsIn(type.getEnclosedElements()).get(0);
        List<? extends VariableElement> passed = made.getParameters()
                .subList(
                        creation.getScope().isPresent() ? 1 : 0,
                        made.getParameters().size());
        if (passed.isEmpty() && !inner && made.getThrownTypes().isEmpty()) {
            return Code.EMPTY;
        }
        List<Object> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        if (inner) {
            TypeMirror enclosing = ((DeclaredType) type.getSuperclass()).getEnclosingType();
            parameters.addAll(List.of(new Reference.TypeRef(enclosing), " outer", passed.isEmpty() ? "" : ", "));
        }
        for (int i = 0; i < passed.size(); i++) {
            boolean last = i == passed.size() - 1;
            arguments.add("a" + i);
            parameters.add(typeOf(passed.get(i), last && made.isVarArgs()));
            parameters.add(" a" + i + (last ? "" : ", "));
        }
        List<Object> thrown = new ArrayList<>();
        for (TypeMirror exception : made.getThrownTypes()) {
            thrown.addAll(List.of(thrown.isEmpty() ? " throws " : ", ", new Reference.TypeRef(exception)));
        }
        String call = (inner ? "outer.super(" : "super(") + String.join(", ", arguments) + ");";
        return Code.of(
                "\n    " + name + "(",
                Code.join(parameters),
                ")",
                Code.join(thrown),
                " {\n        " + call + "\n    }\n");
    }

    private Code typeOf(VariableElement parameter, boolean variable) {
        TypeMirror parameterType = denotable.upper(parameter.asType());
        return variable && parameterType instanceof ArrayType array
                ? Code.of(new Reference.TypeRef(array.getComponentType()), "...")
                : Code.of(new Reference.TypeRef(parameterType));
    }
}
