package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Slots;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.BridgedPlaces;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.NotLowered;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Calls, creations and method references that do not suspend. */
final class CallTranslation {
    private final Translation translator;
    private final NameTranslation names;
    private final TypeArguments typeArguments;
    private final KeptInPlace keptInPlace;
    private final SourceFile file;
    private final Attribution attribution;
    private final Members members;
    private final Accessors accessors;
    private final BridgedPlaces places;
    private final BlockCreations blocks;
    private BiFunction<ObjectCreationExpr, Boolean, LiftedClass> namedAnonymous;

    CallTranslation(
            Translation translator,
            NameTranslation names,
            TypeArguments typeArguments,
            KeptInPlace keptInPlace,
            SplitPlan plan) {
        this.translator = translator;
        this.names = names;
        this.typeArguments = typeArguments;
        this.keptInPlace = keptInPlace;
        this.file = plan.source().file();
        this.attribution = plan.attribution();
        this.members = plan.members();
        this.accessors = new Accessors(attribution, members);
        this.places = new BridgedPlaces(attribution, members);
        this.blocks = new BlockCreations(translator, names, plan);
    }

    void onBlock(BlockTranslation blocks) {
        this.blocks.onBlock(blocks);
    }

    BlockCreations blocks() {
        return blocks;
    }

    void onAnonymous(BiFunction<ObjectCreationExpr, Boolean, LiftedClass> named) {
        namedAnonymous = named;
    }

    void call(MethodCallExpr call, Slices slices) {
        Optional<AsyncBlock> block = AsyncBlock.of(call);
        if (block.isPresent()) {
            translator.replace(call, blocks.creation(block.get()), slices);
            return;
        }
        Element method = attribution.elementOf(call);
        boolean unqualified = call.getScope().isEmpty();
        if (unqualified && members.isLocalMember(method, call)) {
            translator.visitChildren(call, slices);
        } else if (isLookup(method) && members.localClassesAround(call).isEmpty()) {
            translator.replace(call, Code.of(accessors.lookup(members.owner()), "()"), slices);
        } else if (needsBridge(call, method)) {
            translator.replace(call, bridgedCall(call, method), slices);
        } else if (unqualified && method.getModifiers().contains(Modifier.STATIC)) {
            translator.replace(call.getName(), names.staticMember(method), slices);
            call.getArguments().forEach(argument -> translator.visit(argument, slices));
        } else {
            if (unqualified) {
                slices.copyTo(file.start(call));
                slices.add(names.instances().enclosing(members.host(method), call));
                slices.add(".");
            }
            translator.visitChildren(call, slices);
        }
    }

    /** Whether it gives a lookup in the class whose code calls it: in generated code that would be another class. */
    private static boolean isLookup(Element method) {
        return method.getSimpleName().contentEquals("lookup")
                && method.getEnclosingElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals("java.lang.invoke.MethodHandles");
    }

    private boolean needsBridge(MethodCallExpr call, Element method) {
        return call.getScope()
                .map(scope -> members.needsBridge(method, scope) && !isArrayClone(call, method))
                .orElseGet(() -> members.needsBridge(method));
    }

    private boolean isArrayClone(MethodCallExpr call, Element method) {
        return method.getSimpleName().contentEquals("clone")
                && call.getScope().isPresent()
                && attribution.typeOf(call.getScope().get()).getKind() == javax.lang.model.type.TypeKind.ARRAY;
    }

    private Code bridgedCall(MethodCallExpr call, Element method) {
        checkHandle(method, call);
        if (method.getModifiers().contains(Modifier.STATIC)) {
            Code discarded = translator.discarded(call);
            Reference.Bridged accessor = discarded.isEmpty()
                    ? accessors.bridged(BridgeKind.CALL, method)
                    : accessors.bridgedAfter(BridgeKind.CALL, method);
            return typeArguments.call(accessor, call, discarded);
        }
        Code receiver = call.getScope()
                .map(translator::asArgument)
                .orElseGet(() -> names.instances().receiver(method, call));
        Reference.Bridged accessor = call.getScope()
                .map(scope -> accessors.bridged(BridgeKind.CALL, method, scope))
                .orElseGet(() -> accessors.bridged(BridgeKind.CALL, method));
        return Code.of(accessors.armCast(accessor, call), typeArguments.call(accessor, call, receiver));
    }

    void creation(ObjectCreationExpr creation, Slices slices) {
        translate(creation, slices);
        if (creation.getAnonymousClassBody().isPresent()
                && attribution.types().asElement(attribution.typeOf(creation)) instanceof TypeElement anonymous
                && names.lifted(anonymous) == null) {
            Code self = names.instances().selfOf(anonymous);
            if (!self.isEmpty()) {
                slices.copyTo(file.end(creation) - 1);
                slices.add(self);
            }
        }
    }

    private void translate(ObjectCreationExpr creation, Slices slices) {
        Element constructor = attribution.elementOf(creation);
        TypeElement type = (TypeElement) attribution.elementOf(creation.getType());
        boolean anonymous = creation.getAnonymousClassBody().isPresent();
        boolean inner =
                Members.isInner(type) && (creation.getScope().isPresent() || !members.isCreatedInLocal(type, creation));
        LiftedClass named = anonymous ? namedAnonymous.apply(creation, inner) : null;
        LiftedClass lifted = names.lifted(type);
        names.types().checkCreated(type, creation.getType().getName());
        if (named != null) {
            Code scope = named.needsScope() ? Code.of(ScopeCreation.of(named, names), ".") : Code.EMPTY;
            Code outer = inner ? outer(creation, type) : Code.EMPTY;
            Code arguments = translator.arguments(outer, creation.getArguments());
            translator.replace(creation, Code.of(scope, "new " + named.name(), arguments), slices);
        } else if (lifted != null) {
            liftedCreation(creation, lifted, slices);
        } else if (!anonymous && members.needsBridge(constructor)) {
            translator.replace(creation, bridgedCreation(creation, type, constructor), slices);
        } else if (inner) {
            innerCreation(creation, type, slices);
        } else {
            translator.visitChildren(creation, slices);
        }
    }

    /** A method that takes all slots has no handle, because that would be one argument more. */
    private static void checkHandle(Element member, Node at) {
        ExecutableElement method = (ExecutableElement) member;
        boolean made = method.getKind() == ElementKind.CONSTRUCTOR;
        int receivers = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
        int outer = made && Members.isInner((TypeElement) method.getEnclosingElement()) ? 1 : 0;
        if (Slots.of(method.getParameters()) + receivers + outer >= Slots.MOST) {
            throw new NotLowered(Problem.NOT_LOWERED, at);
        }
    }

    private Code bridgedCreation(ObjectCreationExpr creation, TypeElement type, Element constructor) {
        checkHandle(constructor, creation);
        Reference.Bridged accessor = creation.getType().isUsingDiamondOperator()
                ? accessors.bridged(BridgeKind.CREATE, constructor)
                : accessors.bridged(constructor, (DeclaredType) attribution.typeOf(creation));
        Code outer = Members.isInner(type) ? outer(creation, type) : Code.EMPTY;
        return typeArguments.creation(accessor, creation, translator.arguments(outer, creation.getArguments()));
    }

    /** An inner class is created in its enclosing instance, and named without a qualifier. */
    private void innerCreation(ObjectCreationExpr creation, TypeElement type, Slices slices) {
        if (creation.getScope().isPresent()) {
            translator.visit(creation.getScope().get(), slices);
        } else {
            slices.copyTo(file.start(creation));
            slices.add(enclosing(type, (DeclaredType) attribution.typeOf(creation.getType()), creation));
            slices.add(".");
            if (creation.getType().getScope().isPresent()) {
                slices.copyTo(file.start(creation.getType()));
                slices.skipTo(file.start(creation.getType().getName()));
            }
        }
        creation.getType().getAnnotations().forEach(annotation -> translator.visit(annotation, slices));
        creation.getType()
                .getTypeArguments()
                .ifPresent(arguments -> arguments.forEach(a -> translator.visit(a, slices)));
        visitArgumentsAndBody(creation, slices);
    }

    private void visitArgumentsAndBody(ObjectCreationExpr creation, Slices slices) {
        creation.getArguments().forEach(argument -> translator.visit(argument, slices));
        List<BodyDeclaration<?>> body = new ArrayList<>();
        creation.getAnonymousClassBody().ifPresent(body::addAll);
        body.forEach(member -> translator.visit(member, slices));
    }

    private void liftedCreation(ObjectCreationExpr creation, LiftedClass lifted, Slices slices) {
        if (!lifted.needsScope() || names.isInside(lifted)) {
            translator.visitChildren(creation, slices);
            return;
        }
        slices.copyTo(file.start(creation));
        slices.add(ScopeCreation.of(lifted, names));
        slices.add(".");
        slices.copyTo(file.start(creation.getType()));
        slices.add(lifted.name());
        slices.skipTo(file.end(creation.getType().getName()));
        creation.getType()
                .getTypeArguments()
                .ifPresent(arguments -> arguments.forEach(a -> translator.visit(a, slices)));
        visitArgumentsAndBody(creation, slices);
    }

    /** As an argument: a null must fail before the other arguments are evaluated (JLS 15.9.4). */
    private Code outer(ObjectCreationExpr creation, TypeElement type) {
        if (creation.getScope().isEmpty()) {
            return names.instances().enclosingOf(type, creation);
        }
        Expression scope = creation.getScope().get();
        Expression value = Awaits.unparenthesized(scope);
        boolean exists = value.isThisExpr() || value.isObjectCreationExpr();
        TypeElement objects = attribution.elements().getTypeElement("java.util.Objects");
        return exists
                ? translator.translate(scope)
                : Code.of(new Reference.ClassRef(objects), ".requireNonNull(", translator.asArgument(scope), ")");
    }

    /** The instance in which an inner object is created, by a type in which the inner class's simple name means it. */
    private Code enclosing(TypeElement inner, DeclaredType created, Node at) {
        TypeElement host = members.enclosing(inner);
        Code instance = names.instances().enclosing(host, at);
        return members.hasMember(host, inner)
                ? instance
                : Code.of("((", new Reference.TypeRef(created.getEnclosingType()), ") ", instance, ")");
    }

    void reference(MethodReferenceExpr reference, Slices slices) {
        Element method = attribution.elementOf(reference);
        LiftedClass lifted = method == null || method.getKind() != ElementKind.CONSTRUCTOR
                ? null
                : names.lifted(method.getEnclosingElement());
        if (lifted != null && lifted.needsScope()) {
            names.types().checkCreated((TypeElement) method.getEnclosingElement(), reference);
            translator.replace(reference, liftedReference(reference, lifted), slices);
            return;
        }
        boolean inner = isInnerCreation(reference, method);
        if (places.needsKeptReceiver(reference) && !translator.isSubstituted(reference.getScope())) {
            translator.replace(reference, keptReference(reference, method), slices);
        } else if (method != null && members.needsBridge(method, reference.getScope())) {
            boolean bound = !places.isType(reference.getScope());
            Code receiver = inner
                    ? names.instances().enclosingOf((TypeElement) method.getEnclosingElement(), reference)
                    : bound ? translator.asArgument(reference.getScope()) : Code.EMPTY;
            translator.replace(reference, bridgedReference(reference, method, receiver), slices);
        } else if (inner && !members.isCreatedInLocal((TypeElement) method.getEnclosingElement(), reference)) {
            translator.replace(
                    reference, innerReference(reference, (TypeElement) method.getEnclosingElement()), slices);
        } else {
            translator.visitChildren(reference, slices);
        }
    }

    /** A bound receiver is evaluated and checked for null when the reference is (JLS 15.13.3). */
    private Code keptReference(MethodReferenceExpr reference, Element method) {
        Expression scope = reference.getScope();
        Code checked = Code.of(new Computed.NotNull(translator.asArgument(scope)));
        return keptInPlace.referring(
                reference, checked, () -> bridgedReference(reference, method, translator.asArgument(scope)));
    }

    /** Whether it is {@code Inner::new}, which creates an object in an enclosing instance. */
    private boolean isInnerCreation(MethodReferenceExpr reference, Element method) {
        return method != null
                && method.getKind() == ElementKind.CONSTRUCTOR
                && reference.getScope() instanceof TypeExpr type
                && type.getType().isClassOrInterfaceType() // not an array's
                && Members.isInner((TypeElement) method.getEnclosingElement());
    }

    private Code bridgedReference(MethodReferenceExpr reference, Element method, Code receiver) {
        checkHandle(method, reference);
        BridgeKind kind = method.getKind() == ElementKind.CONSTRUCTOR ? BridgeKind.CREATE : BridgeKind.CALL;
        ReferenceParameters lambda = parameters(reference);
        String parameters = lambda.names();
        String separator = !receiver.isEmpty() && !parameters.isEmpty() ? ", " : "";
        Reference.Bridged accessor = places.isType(reference.getScope())
                ? accessors.bridged(kind, method)
                : accessors.bridged(kind, method, reference.getScope());
        Code arguments = Code.of("(", receiver, separator + parameters + ")");
        return Code.of(lambda.declared(), " -> ", typeArguments.reference(accessor, reference, arguments));
    }

    private Code innerReference(MethodReferenceExpr reference, TypeElement type) {
        ReferenceParameters lambda = parameters(reference);
        ClassOrInterfaceType named = ((TypeExpr) reference.getScope()).getType().asClassOrInterfaceType();
        List<Object> parts = new ArrayList<>(List.of(lambda.declared(), " -> "));
        parts.add(enclosing(type, (DeclaredType) attribution.typeOf(named), reference));
        parts.add(".new " + named.getName());
        if (named.getTypeArguments().isPresent()) {
            parts.add("<");
            parts.add(translator.translateAll(named.getTypeArguments().get()));
            parts.add(">");
        } else if (!type.getTypeParameters().isEmpty()) {
            parts.add("<>");
        }
        parts.add("(" + lambda.names() + ")");
        return Code.join(parts);
    }

    /** {@code Box::new}, where every creation needs a scope. */
    private Code liftedReference(MethodReferenceExpr reference, LiftedClass lifted) {
        ReferenceParameters lambda = parameters(reference);
        String diamond = lifted.element().getTypeParameters().isEmpty() ? "" : "<>";
        String creation = "new " + lifted.name() + diamond + "(" + lambda.names() + ")";
        Object scope = names.isInside(lifted) ? "" : Code.of(ScopeCreation.of(lifted, names), ".");
        return Code.of(lambda.declared(), " -> ", scope, creation);
    }

    private ReferenceParameters parameters(MethodReferenceExpr reference) {
        return ReferenceParameters.of(reference, attribution, i -> names.fresh("a" + i));
    }
}
