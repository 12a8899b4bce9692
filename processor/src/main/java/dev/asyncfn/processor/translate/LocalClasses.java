package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.plan.CarriedTypes;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.JumpTargets;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Local classes, records, enums and interfaces. One whose scope does not suspend stays where it is, unless the body is so large that it
 * may be cut anywhere. Any other becomes a member of the future class; what it captured becomes the fields of a scope class around it, so
 * that every creation passes this moment's values, and all of its own text, even its initializers, finds them under their own names.
 */
public final class LocalClasses {
    private final Translator translator;
    private final SplitPlan plan;
    private final Attribution attribution;
    private final Names variables;
    private final Denotable denotable;
    private final Variable receiver;
    private final Captures capturedBy;
    /** Whether a class of the body uses a type parameter that stands for a private class. */
    private final boolean mentionsCarried;

    private final List<LiftedClass> lifted = new ArrayList<>();
    private final Map<String, Integer> declared = new HashMap<>();
    /** The names of all classes in the body, members of its classes included. */
    private final Set<String> classes = new HashSet<>();

    public LocalClasses(
            Translator translator, SplitPlan plan, Names variables, Denotable denotable, Variable receiver) {
        this.translator = translator;
        this.plan = plan;
        this.attribution = plan.attribution();
        this.variables = variables;
        this.denotable = denotable;
        this.receiver = receiver;
        this.capturedBy = new Captures(attribution, variables);
        this.mentionsCarried = CarriedTypes.areInClasses(plan.source(), attribution);
        translator.onAnonymous(this::named);
        plan.source()
                .declaration()
                .findAll(Statement.class, this::isLocalClass)
                .forEach(statement -> declared.merge(declaration(statement).getNameAsString(), 1, Integer::sum));
        plan.source()
                .roots()
                .flatMap(root -> root.findAll(TypeDeclaration.class).stream())
                .forEach(type -> classes.add(type.getNameAsString()));
    }

    public List<LiftedClass> lifted() {
        return List.copyOf(lifted);
    }

    public boolean isLocalClass(Statement statement) {
        return statement instanceof LocalClassDeclarationStmt || statement instanceof LocalRecordDeclarationStmt;
    }

    /** @param scope the statements after it in its block */
    public boolean staysWhole(Statement statement, List<Statement> scope) {
        TypeElement type = (TypeElement) attribution.elementOf(declaration(statement));
        return !plan.isLarge()
                && !attribution.isMisplacedException(type)
                && scope.stream().noneMatch(plan.awaits()::in)
                && scope.stream().noneMatch(AsyncBlock::isIn)
                && scope.stream().noneMatch(this::isSplitLoop);
    }

    /** Whether it becomes states although it does not await: a loop that ends because a pattern matches binds variables for what follows. */
    private boolean isSplitLoop(Statement statement) {
        Statement loop = statement;
        while (loop instanceof LabeledStmt labelled) {
            loop = labelled.getStatement();
        }
        return JumpTargets.isLoop(loop) && plan.patterns().flowOutOf(loop);
    }

    /** Makes it a member of the future class. */
    public void lift(Statement statement) {
        TypeDeclaration<?> declaration = declaration(statement);
        TypeElement type = (TypeElement) attribution.elementOf(declaration);
        Set<Variable> captures = captures(List.of(declaration), type);
        lift(type, declaration.getNameAsString(), captures, as -> rewrite(declaration, as));
    }

    /** An anonymous class as the class with a name that it has to become; null if it stays as it is. */
    private LiftedClass named(ObjectCreationExpr creation, boolean inner) {
        TypeElement type = (TypeElement) attribution.types().asElement(attribution.typeOf(creation));
        if (plan.anonymousClasses().containsKey(type) && translator.names().lifted(type) == null) {
            NamedAnonymous named = new NamedAnonymous(translator, plan, variables, denotable, creation, type, inner);
            Set<Variable> captures = captures(named.members(), type);
            captures.addAll(named.locals());
            translator.names().neverMoved(named.locals());
            lift(
                    type,
                    plan.anonymousClasses().get(type),
                    captures,
                    as -> scoped(as, true, named.declaration(as.name())));
        }
        return translator.names().lifted(type);
    }

    private void lift(TypeElement type, String wish, Set<Variable> captures, Function<LiftedClass, Code> textOf) {
        Code[] text = new Code[1];
        // The program may ask a class for the name that it has in the body.
        String name = wish.equals(type.getSimpleName().toString()) ? wish : unused(wish);
        boolean needsScope = !captures.isEmpty()
                || type.getKind() == ElementKind.CLASS
                        && (isGeneric(type) && isRepeated(name)
                                || superclass(type)
                                        .filter(LiftedClass::needsScope)
                                        .isPresent());
        String scope = needsScope || isRepeated(name) || isEarlier(type, "$" + name) ? scopeOf(type, name) : null;
        LiftedClass as = new LiftedClass(type, name, scope, needsScope, () -> text[0], List.copyOf(captures));
        translator.names().lift(type, as);
        text[0] = translator.names().insideLifted(as, captures, () -> textOf.apply(as));
        lifted.add(as);
    }

    private String scopeOf(TypeElement type, String name) {
        String scope = unused(name + "Scope");
        while (isEarlier(type, "$" + scope + "$" + name)) {
            classes.add(scope); // is taken
            scope = unused(name + "Scope");
        }
        return scope;
    }

    /** Whether the class is a record, or has one in it, that javac would mix up with one of an earlier compilation. */
    private boolean isEarlier(TypeElement type, String place) {
        ExecutableElement method = attribution.method();
        String future = method instanceof BlockFn block ? block.nestedName() : Naming.futureName(method);
        return type.getKind() == ElementKind.RECORD && attribution.isEarlier(future + place)
                || ElementFilter.typesIn(type.getEnclosedElements()).stream()
                        .anyMatch(member -> isEarlier(member, place + "$" + member.getSimpleName()));
    }

    private String unused(String wish) {
        String name = wish;
        for (int n = 2; isTaken(name); n++) {
            name = wish + "_" + n;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return lifted.stream().anyMatch(c -> c.outermostName().equals(name))
                || classes.contains(name)
                || name.equals(Naming.facadeName(plan.owner()))
                || name.equals(Naming.futureName(attribution.method()));
    }

    /** Whether the body declares several classes of one name: each gets another class around it. */
    private boolean isRepeated(String name) {
        return declared.getOrDefault(name, 0) > 1;
    }

    private TypeDeclaration<?> declaration(Statement statement) {
        if (statement instanceof LocalRecordDeclarationStmt local) {
            return local.getRecordDeclaration();
        }
        LocalClassDeclarationStmt local = (LocalClassDeclarationStmt) statement;
        TypeDeclaration<?> masked = plan.source().localEnums().get(local);
        return masked == null ? local.getClassDeclaration() : masked;
    }

    private Set<Variable> captures(List<? extends Node> declaration, TypeElement type) {
        Set<Variable> captures = new LinkedHashSet<>();
        superclass(type).map(LiftedClass::captures).ifPresent(captures::addAll);
        for (Node node : declaration) {
            captures.addAll(capturedBy.of(node));
            if (translator.usesSelf(node)) {
                captures.add(receiver);
            }
            created(node)
                    .map(translator.names()::lifted)
                    .filter(Objects::nonNull)
                    .forEach(other -> captures.addAll(other.captures()));
        }
        return captures;
    }

    /** The classes of which the code makes objects, or parts of objects. */
    private Stream<Element> created(Node node) {
        Stream<Element> creations =
                node.findAll(ObjectCreationExpr.class).stream().map(each -> attribution.elementOf(each.getType()));
        Stream<Element> references = node.findAll(MethodReferenceExpr.class).stream()
                .map(attribution::elementOf)
                .filter(element -> element != null && element.getKind() == ElementKind.CONSTRUCTOR)
                .map(Element::getEnclosingElement);
        Stream<Element> superclasses = node.findAll(ClassOrInterfaceDeclaration.class).stream()
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.getExtendedTypes().stream())
                .map(attribution::elementOf);
        return Stream.of(creations, references, superclasses).flatMap(each -> each);
    }

    private Optional<LiftedClass> superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared
                ? Optional.ofNullable(translator.names().lifted(declared.asElement()))
                : Optional.empty();
    }

    private Code rewrite(TypeDeclaration<?> declaration, LiftedClass as) {
        translator.substitute(declaration.getName(), Code.of(as.name()));
        declaration.getConstructors().forEach(c -> translator.substitute(c.getName(), Code.of(as.name())));
        boolean isClass = declaration instanceof ClassOrInterfaceDeclaration c && !c.isInterface();
        return scoped(as, isClass, translator.translate(declaration));
    }

    private Code scoped(LiftedClass as, boolean isClass, Code text) {
        String kept = isClass && !as.needsScope() && !isGeneric(as.element()) ? "private static " : "private ";
        if (as.scope() == null) {
            return Code.of(kept, text);
        }
        if (!as.needsScope()) {
            String head = "/** Keeps {@code " + as.name() + "} apart from another class of its name. */\n"
                    + "private static final class " + as.scope() + " {\n    " + kept;
            return Code.of(head, new SourceText.Shift(1), text, new SourceText.Shift(-1), "\n}");
        }
        return Code.of(scopeHead(as), new SourceText.Shift(1), "\n\n", text, new SourceText.Shift(-1), "\n}");
    }

    private Code scopeHead(LiftedClass as) {
        Optional<LiftedClass> above = superclass(as.element()).filter(LiftedClass::needsScope);
        List<Variable> inherited = above.map(LiftedClass::captures).orElse(List.of());
        List<Object> parts = new ArrayList<>();
        parts.add("/** What {@code " + as.name() + "} captured: the values of the moment in which it is created. */\n");
        parts.add(isGeneric(as.element()) ? "private " : "private static ");
        parts.add(
                "class " + as.scope() + above.map(c -> " extends " + c.scope()).orElse("") + " {\n");
        List<Variable> own = new ArrayList<>(as.captures());
        own.removeAll(inherited);
        for (Variable variable : own) {
            parts.addAll(List.of("    final ", capturedType(as, variable), " ", Names.local(variable), ";\n"));
        }
        parts.add("\n    " + as.scope() + "(");
        for (int i = 0; i < as.captures().size(); i++) {
            Variable variable = as.captures().get(i);
            parts.addAll(List.of(i == 0 ? "" : ", ", capturedType(as, variable), " "));
            parts.add(Names.local(variable));
        }
        if (as.captures().isEmpty()) {
            parts.add(") {}");
            return Code.join(parts);
        }
        parts.add(") {\n");
        if (!inherited.isEmpty()) {
            parts.add("        super(");
            for (int i = 0; i < inherited.size(); i++) {
                parts.addAll(List.of(i == 0 ? "" : ", ", Names.local(inherited.get(i))));
            }
            parts.add(");\n");
        }
        own.forEach(variable ->
                parts.addAll(List.of("        this.", Names.local(variable), " = ", Names.local(variable), ";\n")));
        parts.add("    }");
        return Code.join(parts);
    }

    /** In an exception, which is not generic, a value of a type parameter's type is one of its bound's. */
    private Reference.TypeRef capturedType(LiftedClass as, Variable variable) {
        TypeMirror type = variable.type();
        boolean erased = type.getKind() == TypeKind.TYPEVAR && attribution.isException(as.element());
        return new Reference.TypeRef(erased ? attribution.types().erasure(type) : type);
    }

    /**
     * Whether a class may name the future's type parameters, as a static member class could not. An exception must not: inside a generic
     * class it would be one itself (JLS 8.1.2), which it is not inside a generic method.
     */
    private boolean isGeneric(TypeElement type) {
        return (attribution.isGeneric() || mentionsCarried) && !attribution.isException(type);
    }
}
