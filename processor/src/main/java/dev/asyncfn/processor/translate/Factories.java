package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.FactoryOverloads;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.model.FactoryNames;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.VirtualFns;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.PolyExpressions;
import dev.asyncfn.processor.plan.SplitPlan;
import dev.asyncfn.processor.plan.Substitution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Calls of async fns become calls of their factories: the receiver is the first argument. */
public final class Factories {
    private final Translator translator;
    private final Members members;
    private final Denotable denotable;
    private final PolyExpressions poly;
    private final Attribution attribution;
    private final TypeArguments typeArguments;
    private final SuperCalls superCalls;

    public Factories(Translator translator, SplitPlan plan, Denotable denotable, PolyExpressions poly) {
        this.translator = translator;
        this.typeArguments = translator.typeArguments();
        this.attribution = plan.attribution();
        this.members = plan.members();
        this.denotable = denotable;
        this.poly = poly;
        this.superCalls = new SuperCalls(attribution, members);
    }

    public Code call(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        List<Object> parts = new ArrayList<>();
        int arguments = call.getArguments().size() + (isStatic ? 0 : 1);
        boolean confused = FactoryOverloads.confused(method, arguments, seesAll(call, method));
        boolean created = VirtualFns.isVirtual(method)
                ? call.getScope().filter(SuperExpr.class::isInstance).isPresent() // this very body
                : confused;
        parts.add(created ? creation(call, method, owner) : factory(call, method, owner, confused));
        parts.add("(");
        if (!isStatic) {
            parts.add(call.getScope()
                    .map(scope -> superCalls.checked(receiver(scope), scope, method))
                    .orElseGet(() -> translator.names().instances().receiver(method, call)));
            parts.add(call.getArguments().isEmpty() ? "" : ", ");
        }
        parts.add(translator.translateAll(call.getArguments()));
        parts.add(")");
        return Code.join(parts);
    }

    private Code receiver(Expression scope) {
        return scope instanceof SuperExpr ? translator.asArgument(scope) : translator.translate(scope);
    }

    /** @param second whether the name of the factory may mean another one: then it is that in the table, which has no overloads */
    private Piece factory(MethodCallExpr call, ExecutableElement method, TypeElement owner, boolean second) {
        Optional<NodeList<Type>> written = TypeArguments.meant(call.getTypeArguments(), method);
        boolean needed = written.isPresent() || method.getTypeParameters().isEmpty() && infersReceiver(call, method);
        Optional<Code> arguments =
                !needed ? Optional.of(Code.EMPTY) : typeArguments.of(owner, receiver(call, method), written);
        if (arguments.isEmpty()) {
            typeArguments.keepTargets(call.getArguments());
        }
        return new Reference.Factory(
                owner,
                method,
                second
                        ? table(owner)
                                .map(type -> type.getSimpleName().toString())
                                .orElseGet(() -> VirtualFns.tableName(owner))
                        : null,
                arguments.orElse(Code.EMPTY),
                second ? secondName(method, owner) : FactoryNames.of(method),
                isGeneric(method)
                                || isOverloaded(method)
                                || hasPrivateClass(outermost(owner))
                                || VirtualFns.isVirtual(method)
                        ? null
                        : Naming.futureName(method));
    }

    /** The future's constructor. What is left out there, a diamond infers as a call of the factory would. */
    private Piece creation(MethodCallExpr call, ExecutableElement method, TypeElement owner) {
        Optional<NodeList<Type>> written = TypeArguments.meant(call.getTypeArguments(), method);
        boolean mayCarry = hasPrivateClass(outermost(owner));
        boolean infers = !method.getTypeParameters().isEmpty() && written.isEmpty()
                || VirtualFns.isPrivate(owner)
                || mayCarry && (isGeneric(method) || mentionsPrivate(method.asType()));
        Optional<Code> arguments = infers ? Optional.empty() : typeArguments.of(owner, receiver(call, method), written);
        if (arguments.isEmpty() && written.isPresent()) {
            typeArguments.keepTargets(call.getArguments());
        }
        return new Reference.NewFuture(
                owner,
                futureName(method, owner),
                arguments.orElse(Code.EMPTY),
                arguments.isEmpty(),
                mayCarry && arguments.filter(Code::isEmpty).isPresent());
    }

    /** Whether the receiver is to be evaluated alone, since no type arguments can be written that say its own. */
    public boolean mustKeepReceiver(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        return !method.getTypeParameters().isEmpty()
                && call.getTypeArguments().isEmpty()
                && infersReceiver(call, method);
    }

    private boolean infersReceiver(MethodCallExpr call, ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC)
                && TypeArguments.isGeneric((TypeElement) method.getEnclosingElement())
                && call.getScope().filter(typeArguments::infers).isPresent();
    }

    /** The type of the object whose method is called; null if it is static. */
    private TypeMirror receiver(MethodCallExpr call, ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                ? null
                : call.getScope()
                        .map(attribution::typeOf)
                        .orElseGet(() -> members.host(method).asType());
    }

    /** Which class it is, the facade says: the order of methods in a class file, by which it was named, may be lost. */
    private String futureName(ExecutableElement method, TypeElement owner) {
        TypeElement facade = attribution.elements().getTypeElement(Naming.qualifiedFacadeName(owner));
        Set<Element> ofOthers = new HashSet<>();
        Stream.ofNullable(facade)
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(factory -> !factory.getSimpleName().contentEquals(FactoryNames.of(method)))
                .forEach(factory -> ofOthers.add(attribution.types().asElement(factory.getReturnType())));
        String prefix = method.getSimpleName() + "Future";
        return Stream.ofNullable(facade)
                .flatMap(type -> ElementFilter.typesIn(type.getEnclosedElements()).stream())
                .filter(future -> future.getSimpleName().toString().regionMatches(true, 0, prefix, 0, prefix.length()))
                .filter(future -> !ofOthers.contains(future)) // as that of a static method of the same parameters
                .filter(future -> ElementFilter.constructorsIn(future.getEnclosedElements()).stream()
                        .anyMatch(constructor -> hasParameters(constructor, method, owner)))
                .map(future -> future.getSimpleName().toString())
                .findFirst()
                .orElseGet(() -> Naming.futureName(method));
    }

    /** The same of the factory in the table. */
    private String secondName(ExecutableElement method, TypeElement owner) {
        return table(owner).stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(factory ->
                        VirtualFns.mayBeFor(method, factory.getSimpleName().toString()))
                .filter(factory -> hasParameters(factory, method, owner))
                .map(factory -> factory.getSimpleName().toString())
                .min(Comparator.comparing(String::length))
                .orElseGet(
                        () -> VirtualFns.fieldName(method, VirtualFns.functionName(owner, Naming.futureName(method))));
    }

    /** Empty if it is still to be generated. */
    private Optional<TypeElement> table(TypeElement owner) {
        return Optional.ofNullable(attribution.elements().getTypeElement(Naming.qualifiedFacadeName(owner)))
                .flatMap(VirtualFns::tableIn);
    }

    /** Whether something generated takes the receiver of a method and its parameters. */
    private boolean hasParameters(ExecutableElement generated, ExecutableElement method, TypeElement owner) {
        List<TypeMirror> parameters = new ArrayList<>();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            parameters.add(owner.asType());
        }
        method.getParameters().forEach(parameter -> parameters.add(parameter.asType()));
        return erased(generated.getParameters().stream().map(Element::asType)).equals(erased(parameters.stream()));
    }

    private List<String> erased(Stream<TypeMirror> types) {
        return types.map(type -> attribution.types().erasure(type).toString()).toList();
    }

    /** Whether the call chose from all methods of the name in their class, private and protected ones too. */
    private boolean seesAll(MethodCallExpr call, ExecutableElement method) {
        Element site = call.getScope().map(this::site).orElseGet(() -> members.host(method));
        return method.getEnclosingElement().equals(site) && outermost(site).equals(outermost(members.owner()));
    }

    private Element site(Expression scope) {
        Element named = scope.isNameExpr() || scope.isFieldAccessExpr() ? attribution.elementOf(scope) : null;
        return named instanceof TypeElement ? named : attribution.types().asElement(attribution.typeOf(scope));
    }

    private static Element outermost(Element type) {
        Element e = type;
        while (e.getEnclosingElement() instanceof TypeElement) {
            e = e.getEnclosingElement();
        }
        return e;
    }

    /** The future as its caller sees it, if its value's type tells the type arguments of the call; else null. */
    public TypeMirror targetType(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        boolean generic = FactoryOverloads.mentions(method.getReturnType(), method.getTypeParameters()::contains);
        if (VirtualFns.isVirtual(method) && !isGeneric(method) && !hasPrivateClass(outermost(method))) {
            return attribution.types().getDeclaredType(future(), boxed(method.getReturnType()));
        }
        if (!generic && !mentionsCarried(method.getReturnType())) {
            return null;
        }
        TypeMirror value = attribution.typeOf(call);
        TypeMirror written = null;
        boolean said = TypeArguments.meant(call.getTypeArguments(), method).isPresent();
        if (said && !denotable.instances(value).isEmpty()) {
            return null; // what stands for a captured wildcard elsewhere is not what the call gives
        }
        if (denotable.holds(value) && !isCaptured(method.getReturnType(), value)) {
            written = denotable.upper(value);
        } else if (poly.needsTarget(call)) {
            written = denotable.instance(valueType(call, method));
        }
        return written == null ? null : attribution.types().getDeclaredType(future(), written);
    }

    private TypeElement future() {
        return attribution.elements().getTypeElement("dev.asyncfn.Future");
    }

    private TypeMirror boxed(TypeMirror result) {
        if (result.getKind() == TypeKind.VOID) {
            return attribution.elements().getTypeElement("java.lang.Void").asType();
        }
        return result instanceof PrimitiveType primitive
                ? attribution.types().boxedClass(primitive).asType()
                : result;
    }

    private boolean mentionsCarried(TypeMirror type) {
        return type instanceof DeclaredType declared
                && (attribution.carried().contains((TypeElement) declared.asElement())
                        || declared.getTypeArguments().stream().anyMatch(this::mentionsCarried));
    }

    /** Whether javac has captured wildcards of the declared type, and then found types for the captured variables. */
    private static boolean isCaptured(TypeMirror declared, TypeMirror value) {
        if (!(declared instanceof DeclaredType type) || !(value instanceof DeclaredType found)) {
            return false;
        }
        for (int i = 0; i < type.getTypeArguments().size(); i++) {
            if (type.getTypeArguments().get(i).getKind() == TypeKind.WILDCARD
                    && found.getTypeArguments().get(i).getKind() != TypeKind.WILDCARD) {
                return true;
            }
        }
        return false;
    }

    /** What the call gives, with the wildcards of the declared type. */
    private TypeMirror valueType(MethodCallExpr call, ExecutableElement method) {
        ExecutableType type = attribution.methodTypeOf(call);
        Substitution arguments = new Substitution(attribution.types());
        for (int i = 0; i < type.getParameterTypes().size(); i++) {
            TypeMirror declared = method.getParameters().get(i).asType();
            arguments.match(declared, type.getParameterTypes().get(i), method.getTypeParameters());
        }
        arguments.match(method.getReturnType(), type.getReturnType(), method.getTypeParameters());
        return arguments.in(method.getReturnType());
    }

    /** Whether the future's class may have type parameters, of the method or of a class around it. */
    private static boolean isGeneric(ExecutableElement method) {
        for (Element e = method; e instanceof Parameterizable generic; e = e.getEnclosingElement()) {
            if (!generic.getTypeParameters().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the future's class may have type parameters that stand for private classes. */
    private static boolean mentionsPrivate(TypeMirror type) {
        return switch (type.getKind()) {
            case EXECUTABLE -> {
                ExecutableType method = (ExecutableType) type;
                yield mentionsPrivate(method.getReturnType())
                        || method.getParameterTypes().stream().anyMatch(Factories::mentionsPrivate);
            }
            case ARRAY -> mentionsPrivate(((ArrayType) type).getComponentType());
            case DECLARED ->
                VirtualFns.isPrivate((TypeElement) ((DeclaredType) type).asElement())
                        || ((DeclaredType) type).getTypeArguments().stream().anyMatch(Factories::mentionsPrivate);
            case WILDCARD ->
                Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
                        .anyMatch(bound -> bound != null && mentionsPrivate(bound));
            default -> false;
        };
    }

    private static boolean hasPrivateClass(Element type) {
        return ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .anyMatch(member -> member.getModifiers().contains(Modifier.PRIVATE) || hasPrivateClass(member));
    }

    /** Which overload comes first, and so has the plain name, is not for every compiler's class files to say. */
    private static boolean isOverloaded(ExecutableElement method) {
        return method.getEnclosingElement().getEnclosedElements().stream()
                .filter(Naming::isAsyncFn)
                .anyMatch(other -> other != method && other.getSimpleName().equals(method.getSimpleName()));
    }
}
