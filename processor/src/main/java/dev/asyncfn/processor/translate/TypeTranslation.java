package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.plan.BlockScope;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the types that a body names become, and their annotations. */
final class TypeTranslation {
    private final Translation translator;
    private final SourceFile file;
    private final Attribution attribution;
    private final Members members;
    private final LiftedNames lifted;
    private final TypeAnnotations annotations;
    private final BlockScope scope;

    TypeTranslation(Translation translator, SplitPlan plan, LiftedNames lifted) {
        this.translator = translator;
        this.file = plan.source().file();
        this.attribution = plan.attribution();
        this.members = plan.members();
        this.lifted = lifted;
        this.scope = plan.scope();
        this.annotations = new TypeAnnotations(translator, attribution, members);
    }

    void type(ClassOrInterfaceType type, Slices slices) {
        Element element = attribution.elementOf(type);
        if (element instanceof TypeElement named && attribution.carried().contains(named)) {
            carried(type, named, slices);
            return;
        }
        if (type.getScope().isPresent()) {
            Element scope = attribution.elementOf(type.getScope().get());
            if (isStaticOfInner(element, scope)) {
                String raw = Naming.futureName(attribution.method()) + "."
                        + lifted.of(scope).qualifiedName();
                translator.replace(type.getScope().get(), Code.of(raw), slices);
            } else if (scope == null || scope.getKind() != ElementKind.PACKAGE) {
                translator.visit(type.getScope().get(), slices);
            }
            type.getAnnotations().forEach(annotation -> translator.visit(annotation, slices));
        } else if (element instanceof TypeElement named) {
            simpleName(type, named, slices);
        } else {
            type.getAnnotations().forEach(annotation -> translator.visit(annotation, slices));
            if (element instanceof TypeParameterElement parameter && !isLocal(parameter)) {
                translator.replace(type.getName(), Code.of(new Reference.TypeRef(parameter.asType())), slices);
            }
        }
        type.getTypeArguments().ifPresent(arguments -> arguments.forEach(a -> translator.visit(a, slices)));
    }

    /** A type parameter has neither a qualifier nor type arguments. */
    private void carried(ClassOrInterfaceType type, TypeElement named, Slices slices) {
        if (!type.getAnnotations().stream().allMatch(annotations::isForTypes)) {
            annotationsOfPattern(type, slices);
        } else {
            type.getAnnotations().forEach(annotation -> translator.visit(annotation, slices));
        }
        slices.copyTo(file.start(type.getScope().isPresent() ? type.getScope().get() : type.getName()));
        slices.add(new Reference.ClassRef(named));
        slices.skipTo(file.end(type));
    }

    /** In a generic future class, what it names by a simple name has type arguments, and javac selects no static class from that. */
    private boolean isStaticOfInner(Element type, Element scope) {
        return attribution.isGeneric()
                && type instanceof TypeElement
                && type.getModifiers().contains(Modifier.STATIC)
                && scope != null
                && scope.getKind() == ElementKind.CLASS
                && lifted.of(scope) != null;
    }

    /** Whether a class or method that the body declares has this parameter. */
    private boolean isLocal(TypeParameterElement parameter) {
        Element generic = parameter.getGenericElement();
        return generic instanceof TypeElement type
                ? members.isLocal(type)
                : !generic.equals(BlockFn.around(attribution.method()));
    }

    private void simpleName(ClassOrInterfaceType type, TypeElement named, Slices slices) {
        if (!type.getAnnotations().stream().allMatch(annotations::isForTypes)) {
            annotationsOfPattern(type, slices);
        }
        Optional<TypeMirror> outer = enclosingType(type, named);
        List<Reference.Annotation> annotated = annotations.of(type);
        if (outer.isPresent()) {
            slices.copyTo(file.start(type));
            slices.add(new Reference.TypeRef(outer.get()));
            slices.add(".");
            slices.skipTo(file.start(type.getName()));
        } else if (TypeAnnotations.isInReference(type)) {
            slices.copyTo(file.start(type));
            slices.skipTo(file.start(type.getName())); // javac parses no annotation behind a dot here
            classRef(named, type.getName(), slices);
        } else if (!annotated.isEmpty() && !members.isLocal(named)) {
            slices.copyTo(file.start(type));
            slices.add(new Reference.AnnotatedClass(named, annotated));
            slices.skipTo(file.end(type.getName()));
        } else {
            type.getAnnotations().forEach(annotation -> translator.visit(annotation, slices));
            classRef(named, type.getName(), slices);
        }
    }

    /** JavaParser takes what annotates the variable of a pattern for annotations of its type. */
    private void annotationsOfPattern(ClassOrInterfaceType type, Slices slices) {
        for (AnnotationExpr annotation : type.getAnnotations()) {
            if (annotations.isForTypes(annotation) || annotations.isLeftOut(annotation)) {
                slices.copyTo(file.start(annotation));
                slices.skipTo(file.end(annotation));
                slices.skipBlanks();
            } else {
                translator.visit(annotation, slices);
            }
        }
        slices.copyTo(file.start(type.getName()));
    }

    void annotation(AnnotationExpr annotation, Slices slices) {
        if (annotations.isOfType(annotation) || annotations.isLeftOut(annotation)) {
            slices.copyTo(file.start(annotation));
            slices.skipTo(file.end(annotation));
            slices.skipBlanks();
            return;
        }
        if (annotation.getName().getQualifier().isEmpty()
                && attribution.elementOf(annotation) instanceof TypeElement type) {
            classRef(type, annotation.getName(), slices);
        }
        translator.visitChildren(annotation, slices);
    }

    /** {@code Outer<T>} for what is called {@code Inner} inside of it, and means {@code Outer<T>.Inner}. */
    private Optional<TypeMirror> enclosingType(ClassOrInterfaceType type, TypeElement named) {
        boolean inner = named.getNestingKind() == NestingKind.MEMBER
                && !named.getModifiers().contains(Modifier.STATIC)
                && !members.isLocal(named);
        boolean literal = type.getParentNode().orElseThrow() instanceof ClassExpr;
        return inner && !literal && attribution.typeOf(type) instanceof DeclaredType declared
                ? Optional.of(declared.getEnclosingType()).filter(Denotable::isParameterized)
                : Optional.empty();
    }

    /** Whether a class around the block does not become a static member of the future around. */
    private boolean isLeftBehind(TypeElement type) {
        Element outermost = outermost(type);
        LiftedClass as = lifted.of(outermost);
        return as == null || as.needsScope() || attribution.isGeneric() && outermost.getKind() == ElementKind.CLASS;
    }

    /** A type that generated code names for a block: of what it captures, or gives. */
    void checkSeen(TypeMirror type, Node at) {
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            Element element = declared.asElement();
            boolean local = ((TypeElement) element).getNestingKind() != NestingKind.ANONYMOUS;
            if (local && scope.isAround(element) && lifted.of(outermost(element)) == null) {
                throw BlockScope.leftBehind(element, at);
            }
            declared.getTypeArguments().forEach(argument -> checkSeen(argument, at));
        } else if (type instanceof ArrayType array) {
            checkSeen(array.getComponentType(), at);
        }
    }

    private static Element outermost(Element type) {
        return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
    }

    /** A class is named, or an object of it created. */
    void checkCreated(TypeElement type, Node at) {
        if (scope.isAround(type) && isLeftBehind(type)) {
            throw BlockScope.leftBehind(type, at);
        }
    }

    void classRef(TypeElement type, Node name, Slices slices) {
        checkCreated(type, name);
        if (lifted.of(type) != null) {
            translator.replace(name, Code.of(new Reference.Lifted(lifted.of(type))), slices);
        } else if (!members.isLocal(type)) {
            translator.replace(name, Code.of(new Reference.ClassRef(type)), slices);
        }
    }
}
