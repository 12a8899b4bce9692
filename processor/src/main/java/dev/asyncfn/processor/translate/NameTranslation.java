package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.Operands;
import dev.asyncfn.processor.plan.SplitPlan;
import dev.asyncfn.processor.plan.UnwritableArguments;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What the names of a body become: variables, and members of the user's classes. */
public final class NameTranslation {
    private final Translation translator;
    private final TypeArguments typeArguments;
    private final MethodSource source;
    private final SourceFile file;
    private final Attribution attribution;
    private final Names names;
    private final Members members;
    private final FinalReads finalReads;
    private final Accessors accessors;
    private final UnwritableArguments unwritable;
    private final TypeTranslation types;
    private final Instances instances;
    private final LiftedNames lifted = new LiftedNames();
    private final Set<Variable> neverMoved = new HashSet<>();
    private Set<Variable> ownFields = Set.of();
    private LiftedClass inside;
    private NavigableMap<Integer, DocComments.Start> docComments = new TreeMap<>();
    private boolean inLabels;

    NameTranslation(Translation translator, TypeArguments typeArguments, SplitPlan plan, Names names, Variable self) {
        this.translator = translator;
        this.typeArguments = typeArguments;
        this.source = plan.source();
        this.file = source.file();
        this.attribution = plan.attribution();
        this.names = names;
        this.members = plan.members();
        this.finalReads = new FinalReads(attribution, plan.awaits());
        this.accessors = new Accessors(attribution, members);
        this.unwritable = new UnwritableArguments(attribution);
        this.types = new TypeTranslation(translator, plan, lifted);
        this.instances = new Instances(attribution, members, lifted, self, variable -> ownFields.contains(variable));
    }

    public String fresh(String... wishes) {
        return names.fresh(wishes);
    }

    /** The starts of comments that must not stay Javadoc here. */
    NavigableMap<Integer, DocComments.Start> docComments() {
        return docComments;
    }

    Instances instances() {
        return instances;
    }

    TypeTranslation types() {
        return types;
    }

    boolean isDeferred(Node node) {
        return members.isDeferred(node);
    }

    /** The static member's name as it must be written outside of the user's class. */
    Code staticMember(Element member) {
        TypeElement host = members.host(member);
        TypeElement qualifier = members.qualifier(member);
        return Code.of(new Reference.StaticRef(qualifier, member.getSimpleName().toString(), host == null));
    }

    void name(NameExpr name, Slices slices) {
        Element element = attribution.elementOf(name);
        Variable variable = names.of(element);
        if (variable != null) {
            translator.replace(
                    name, ownFields.contains(variable) ? ownValue(variable, name) : value(name, variable), slices);
        } else if (element instanceof TypeElement type) {
            types.classRef(type, name, slices);
        } else if (element != null && Members.isField(element) && !isCaseLabel(name, element)) {
            field(name, element, slices);
        } else if (element != null) {
            local(name, element, slices);
        }
    }

    /** The field of a scope class that has what was captured. */
    private static Code own(Variable variable) {
        return Code.of(new SourceText.LocalName(variable.name()));
    }

    /** What was captured as what it is in the body, of which the field's type may not say all. */
    private Code ownValue(Variable variable, Node read) {
        return IntersectionReads.of(variable, own(variable), read, attribution);
    }

    /** A variable that stays in verbatim text. */
    private void local(Node name, Element variable, Slices slices) {
        if (names.mayBeRenamed(variable)) {
            translator.replace(
                    name,
                    Code.of(new SourceText.LocalName(variable.getSimpleName().toString())),
                    slices);
        }
    }

    /** The name of a declaration. */
    void declared(SimpleName name, Slices slices) {
        Node declaration = name.getParentNode().orElseThrow();
        boolean variable = declaration instanceof VariableDeclarator || declaration instanceof Parameter;
        Element element = variable ? attribution.elementOf(declaration) : null;
        if (element != null) {
            local(name, element, slices);
        }
    }

    private Code value(NameExpr name, Variable variable) {
        Code value = variable(name, variable);
        return unwritable
                .cast(name)
                .map(type -> Code.of(new Reference.CastTogether(List.of(type)), value))
                .orElse(value);
    }

    private Code variable(NameExpr name, Variable variable) {
        Node parent = name.getParentNode().orElseThrow();
        while (parent instanceof EnclosedExpr) {
            parent = parent.getParentNode().orElseThrow();
        }
        if (parent instanceof AssignExpr assign && isTarget(name, assign)) {
            return Code.of(new VariableUse.Write(variable, assign.getOperator() != AssignExpr.Operator.ASSIGN));
        }
        if (parent instanceof UnaryExpr unary && Operands.isStep(unary)) {
            return Code.of(new VariableUse.Write(variable, true));
        }
        return IntersectionReads.of(variable, isDeferred(name) || finalReads.contain(name), name, attribution);
    }

    private static boolean isTarget(NameExpr name, AssignExpr assign) {
        return Awaits.unparenthesized(assign.getTarget()) == name;
    }

    private static boolean isCaseLabel(NameExpr name, Element element) {
        return element.getKind() == ElementKind.ENUM_CONSTANT
                && name.getParentNode().orElseThrow() instanceof SwitchEntry entry
                && entry.getLabels().contains(name);
    }

    private void field(Node name, Element field, Slices slices) {
        if (members.isLocalMember(field, name)) {
            return;
        }
        if (isHiddenConstant(field) || isConstantOfObject(field)) {
            translator.replace(name, constant(field), slices);
        } else if (members.needsBridge(field)) {
            Reference.Bridged accessor = accessors.bridged(BridgeKind.READ, field);
            translator.replace(
                    name,
                    Code.of(
                            accessors.armCast(accessor, name),
                            typeArguments.of(accessor, name),
                            "(",
                            instances.receiver(field, name),
                            ")"),
                    slices);
        } else if (field.getModifiers().contains(Modifier.STATIC)) {
            translator.replace(name, staticMember(field), slices);
        } else {
            slices.copyTo(file.start(name));
            slices.add(instances.enclosing(members.host(field), name));
            slices.add(".");
        }
    }

    /** A constant that only the user's class can see; a copy of it is as good, and still a constant for javac. */
    private boolean isHiddenConstant(Element field) {
        return members.needsBridge(field)
                && field.getModifiers().contains(Modifier.STATIC)
                && ((VariableElement) field).getConstantValue() != null;
    }

    /** A simple name of it is a constant (JLS 15.29): no object is looked into, and javac may not even have kept one. */
    private static boolean isConstantOfObject(Element field) {
        return !field.getModifiers().contains(Modifier.STATIC) && ((VariableElement) field).getConstantValue() != null;
    }

    private Code constant(Element field) {
        if (names.of(field) == null) {
            Object value = ((VariableElement) field).getConstantValue();
            String name = names.copyOf(field);
            names.declare(
                    field, new Variable(Variable.Role.LOCAL, name, field.asType(), value, List.of(), null, Span.NONE));
        }
        return Code.of(names.of(field));
    }

    void fieldAccess(FieldAccessExpr access, Slices slices) {
        Element element = attribution.elementOf(access);
        Element scope = attribution.elementOf(access.getScope());
        if (scope != null && scope.getKind() == ElementKind.PACKAGE) {
            return; // fully qualified already
        }
        Code discarded = translator.discarded(access);
        if (element != null && Members.isField(element) && discarded.isEmpty() && isHiddenConstant(element)) {
            translator.replace(access, constant(element), slices);
        } else if (element != null && Members.isField(element) && members.needsBridge(element, access.getScope())) {
            boolean isStatic = element.getModifiers().contains(Modifier.STATIC);
            Reference.Bridged accessor = !discarded.isEmpty()
                    ? accessors.bridgedAfter(BridgeKind.READ, element)
                    : isStatic
                            ? accessors.bridged(BridgeKind.READ, element)
                            : accessors.bridged(BridgeKind.READ, element, access.getScope());
            Code receiver = isStatic ? discarded : translator.asArgument(access.getScope());
            Piece typed = typeArguments.of(accessor, access);
            translator.replace(access, Code.of(accessors.armCast(accessor, access), typed, "(", receiver, ")"), slices);
        } else {
            translator.visit(access.getScope(), slices);
        }
    }

    void thisExpression(ThisExpr expression, Slices slices) {
        List<TypeElement> around = members.localClassesAround(expression);
        if (expression.getTypeName().isEmpty()) {
            if (around.isEmpty()) {
                translator.replace(expression, instances.self(expression), slices);
            }
            return;
        }
        TypeElement type = (TypeElement) attribution.elementOf(expression);
        if (lifted.of(type) != null) {
            translator.replace(expression, Code.of(lifted.of(type).name() + ".this"), slices);
        } else if (!members.isLocal(type)) {
            translator.replace(expression, instances.enclosing(type, expression), slices);
        }
    }

    /**
     * {@code Type.super} of an interface, which the class around it names as its own. A class around the body is only seen from
     * outside here: its fields are selected by a cast.
     */
    void superExpression(SuperExpr expression, Slices slices) {
        if (members.ofSuper(expression) != null) {
            Code cast = Code.of(
                    "((",
                    new Reference.TypeRef(attribution.typeOf(expression)),
                    ") ",
                    instances.receiver(expression),
                    ")");
            translator.replace(expression, cast, slices);
            return;
        }
        List<TypeElement> around = members.localClassesAround(expression);
        if (expression.getTypeName().isPresent() && !around.isEmpty()) {
            Name name = expression.getTypeName().get();
            around.get(0).getInterfaces().stream()
                    .map(type -> (TypeElement) attribution.types().asElement(type))
                    .filter(type -> type.getSimpleName().contentEquals(name.getIdentifier()))
                    .filter(type ->
                            around.stream().noneMatch(c -> c.getSimpleName().equals(type.getSimpleName())))
                    .findFirst()
                    .ifPresent(type -> types.classRef(type, name, slices));
        }
    }

    void bindInLabels(boolean inLabels) {
        this.inLabels = inLabels;
    }

    boolean areInLabels() {
        return inLabels;
    }

    boolean isVariable(NameExpr name) {
        return names.of(attribution.elementOf(name)) != null;
    }

    /** The name that a pattern binds, where the whole pattern is replaced. */
    Code bound(TypePatternExpr pattern) {
        Variable variable = names.of(attribution.elementOf(pattern));
        return variable == null
                ? Code.of(new SourceText.LocalName(pattern.getNameAsString()))
                : Code.of(new VariableUse.Binding(variable, inLabels));
    }

    void binding(TypePatternExpr pattern, Slices slices) {
        Variable variable = names.of(attribution.elementOf(pattern));
        if (variable != null) {
            translator.replace(pattern.getName(), Code.of(new VariableUse.Binding(variable, inLabels)), slices);
        } else {
            local(pattern.getName(), attribution.elementOf(pattern), slices);
        }
    }

    /** In {@code name::method} JavaParser takes every name for a type. */
    void receiverOfReference(ClassOrInterfaceType name, Element element, Slices slices) {
        Variable variable = names.of(element);
        if (variable != null) {
            Piece read = new VariableUse.Read(variable, isDeferred(name) || finalReads.contain(name));
            translator.replace(name, ownFields.contains(variable) ? ownValue(variable, name) : Code.of(read), slices);
        } else if (Members.isField(element)) {
            field(name, element, slices);
        } else {
            local(name, element, slices);
        }
    }

    /** From now on, this local class is the lifted one. */
    void lift(TypeElement type, LiftedClass as) {
        lifted.lift(type, as);
    }

    /** From now on, the classes that the body around has lifted are seen. */
    void seeLiftedOf(NameTranslation around) {
        lifted.seeThoseOf(around.lifted);
    }

    LiftedClass lifted(Element type) {
        return lifted.of(type);
    }

    /** Translates the body of a lifted class, which has what it captured in fields of its own. */
    Code insideLifted(LiftedClass type, Set<Variable> captures, Supplier<Code> translation) {
        LiftedClass around = inside;
        Set<Variable> outside = ownFields;
        NavigableMap<Integer, DocComments.Start> commentsOutside = docComments;
        inside = type;
        ownFields = captures;
        docComments = DocComments.in(source);
        Code code = translation.get();
        ownFields = outside;
        docComments = commentsOutside;
        inside = around;
        return code;
    }

    /** Whether the present text is that of the lifted class itself, which has its scope around it. */
    boolean isInside(LiftedClass type) {
        return type == inside;
    }

    /** Variables of a lambda, which stay where they are. */
    void neverMoved(Set<Variable> variables) {
        neverMoved.addAll(variables);
    }

    /** A variable as it is passed to a lifted class: this moment's value. */
    Object captured(Variable variable) {
        boolean inPlace = ownFields.contains(variable) || neverMoved.contains(variable);
        return inPlace ? own(variable) : new VariableUse.Read(variable, true);
    }
}
