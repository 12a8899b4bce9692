package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithType;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.PrivateAnnotations;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/**
 * The annotations of types. They belong to the simple name: what is {@code @An Entry} to the user may have to be
 * {@code Map.@An Entry} in the generated class (JLS 9.7.4).
 */
final class TypeAnnotations {
    private final Translation translator;
    private final Attribution attribution;
    private final Members members;
    private final PrivateAnnotations privateAnnotations;

    TypeAnnotations(Translation translator, Attribution attribution, Members members) {
        this.translator = translator;
        this.attribution = attribution;
        this.members = members;
        this.privateAnnotations = new PrivateAnnotations(attribution);
    }

    /** Whether an annotation that stands before a declaration is one of the declared type, which has to be moved. */
    boolean isOfType(AnnotationExpr annotation) {
        Node declaration = annotation.getParentNode().orElseThrow();
        return declared(declaration) instanceof ClassOrInterfaceType type
                && before(declaration, type).anyMatch(a -> a == annotation);
    }

    /** Those of an unqualified type, wherever they stand. */
    List<Reference.Annotation> of(ClassOrInterfaceType type) {
        Node parent = around(type);
        if (parent instanceof VariableDeclarator declarator) {
            parent = declarator.getParentNode().orElseThrow();
        }
        Stream<AnnotationExpr> before = declared(parent) == type ? before(parent, type) : Stream.empty();
        return Stream.concat(before, type.getAnnotations().stream().filter(this::isForTypes))
                .filter(annotation -> !isLeftOut(annotation))
                .map(annotation ->
                        new Reference.Annotation((TypeElement) attribution.elementOf(annotation), values(annotation)))
                .toList();
    }

    /** Whether it is what a method reference refers into. */
    static boolean isInReference(ClassOrInterfaceType type) {
        return around(type) instanceof TypeExpr;
    }

    private static Node around(ClassOrInterfaceType type) {
        Node inner = type;
        Node parent = type.getParentNode().orElseThrow();
        while (parent instanceof ArrayType || isQualifiedBy(inner, parent)) {
            inner = parent;
            parent = parent.getParentNode().orElseThrow();
        }
        return parent;
    }

    private static boolean isQualifiedBy(Node scope, Node parent) {
        return parent instanceof ClassOrInterfaceType type && type.getScope().orElse(null) == scope;
    }

    /** The type that the annotations before a declaration belong to; null if there is none. */
    private Type declared(Node declaration) {
        Type type = declaredType(declaration);
        while (type instanceof ClassOrInterfaceType inner && inner.getScope().isPresent() && isInner(inner)) {
            type = inner.getScope().get();
        }
        return type;
    }

    private boolean isInner(ClassOrInterfaceType type) {
        return attribution.elementOf(type) instanceof TypeElement element
                && element.getNestingKind() == NestingKind.MEMBER
                && !element.getModifiers().contains(Modifier.STATIC);
    }

    /** The type, or element type of an array, that a declaration begins with; null if it is none. */
    private static Type declaredType(Node declaration) {
        if (declaration instanceof VariableDeclarationExpr variables) {
            return variables.getVariable(0).getType().getElementType();
        }
        if (declaration instanceof FieldDeclaration fields) {
            return fields.getVariable(0).getType().getElementType();
        }
        boolean typed = declaration instanceof Parameter || declaration instanceof MethodDeclaration;
        return typed ? ((NodeWithType<?, ?>) declaration).getType().getElementType() : null;
    }

    private Stream<AnnotationExpr> before(Node declaration, ClassOrInterfaceType type) {
        boolean named = type.getScope().isEmpty()
                && attribution.elementOf(type) instanceof TypeElement element
                && !members.isLocal(element);
        return named
                ? ((NodeWithAnnotations<?>) declaration)
                        .getAnnotations().stream().filter(this::isForTypes)
                : Stream.empty();
    }

    /** Whether generated code cannot name it, and nothing can ask for it when the program runs. */
    boolean isLeftOut(AnnotationExpr annotation) {
        return privateAnnotations.type(annotation, attribution).isPresent();
    }

    boolean isForTypes(AnnotationExpr annotation) {
        Target target = attribution.elementOf(annotation).getAnnotation(Target.class);
        return target != null && Arrays.asList(target.value()).contains(ElementType.TYPE_USE);
    }

    private Map<String, Code> values(AnnotationExpr annotation) {
        Map<String, Code> values = new LinkedHashMap<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            values.put("value", translator.translate(single.getMemberValue()));
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            normal.getPairs()
                    .forEach(pair -> values.put(pair.getNameAsString(), translator.translate(pair.getValue())));
        }
        return values;
    }
}
