package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.Members;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * Classes of the body whose superclass is an inner class of the user's, or a class of the body that has become one: their constructors must say
 * in which object the superclass's part is created (JLS 8.8.7.1).
 */
final class InnerSubclasses {
    private final Translation translator;
    private final NameTranslation names;
    private final SourceFile file;
    private final Attribution attribution;
    private final Members members;

    InnerSubclasses(
            Translation translator,
            NameTranslation names,
            MethodSource source,
            Attribution attribution,
            Members members) {
        this.translator = translator;
        this.names = names;
        this.file = source.file();
        this.attribution = attribution;
        this.members = members;
    }

    /** Visits a class; one without a constructor gets the one that javac would have added. */
    void declaration(ClassOrInterfaceDeclaration type, Slices slices) {
        Optional<TypeElement> superclass = superclass(type);
        if (superclass.isEmpty() || !type.getConstructors().isEmpty()) {
            translator.visitChildren(type, slices);
            return;
        }
        List<Node> head = translator.children(type).stream()
                .filter(child -> type.getMembers().stream().noneMatch(member -> member == child))
                .toList();
        Node last = head.stream().max(Comparator.comparingInt(file::end)).orElseThrow();
        head.forEach(child -> translator.visit(child, slices));
        String line = "\n" + " ".repeat(slices.indentationAt(file.start(type)));
        slices.copyTo(file.endOfNext("{", last));
        slices.add(line + "    ");
        slices.add(translator.translate(type.getName()));
        slices.add("() {" + line + "        ");
        slices.add(enclosing(superclass.get(), type));
        slices.add(".super();" + line + "    }" + (type.getMembers().isEmpty() ? line : "\n"));
        type.getMembers().forEach(member -> translator.visit(member, slices));
    }

    /** Visits a constructor; one that calls no other gets the call that javac would have added. */
    void constructor(ConstructorDeclaration constructor, Slices slices) {
        Optional<TypeElement> superclass = constructor.getParentNode().flatMap(this::superclass);
        boolean calls = constructor.getBody().getStatements().stream()
                .anyMatch(ExplicitConstructorInvocationStmt.class::isInstance);
        if (superclass.isEmpty() || calls) {
            translator.visitChildren(constructor, slices);
            return;
        }
        translator.children(constructor).stream()
                .filter(child -> child != constructor.getBody())
                .forEach(child -> translator.visit(child, slices));
        String line = "\n" + " ".repeat(slices.indentationAt(file.start(constructor)));
        slices.copyTo(file.startInside(constructor.getBody()));
        slices.add(line + "    ");
        slices.add(enclosing(superclass.get(), constructor));
        slices.add(constructor.getBody().isEmpty() ? ".super();" + line : ".super();");
        translator.visitChildren(constructor.getBody(), slices);
    }

    /** Visits {@code super(...)}, which may have to be selected of the enclosing instance. */
    void call(ExplicitConstructorInvocationStmt call, Slices slices) {
        if (!call.isThis() && call.getExpression().isEmpty()) {
            Node constructor = call.getParentNode().flatMap(Node::getParentNode).orElseThrow();
            constructor.getParentNode().flatMap(this::superclass).ifPresent(superclass -> {
                slices.copyTo(file.start(call));
                slices.add(enclosing(superclass, call));
                slices.add(".");
            });
        }
        translator.visitChildren(call, slices);
    }

    /** The superclass, if its instance has to be created in another one, and no class around has that; else nothing. */
    private Optional<TypeElement> superclass(Node type) {
        return Stream.of(type)
                .filter(ClassOrInterfaceDeclaration.class::isInstance)
                .map(ClassOrInterfaceDeclaration.class::cast)
                .filter(declared -> !declared.isInterface())
                .flatMap(declared -> declared.getExtendedTypes().stream())
                .map(extended -> (TypeElement) attribution.elementOf(extended))
                .filter(above -> needsScope(above) ? isOutsideOfScope(above, type) : isOutsideOfInstance(above, type))
                .findFirst();
    }

    private boolean isOutsideOfInstance(TypeElement superclass, Node type) {
        return Members.isInner(superclass)
                && !members.isCreatedInLocal(superclass, type)
                && members.isEnclosed(superclass);
    }

    /** The scope of a lifted class extends that of its superclass. */
    private boolean isOutsideOfScope(TypeElement superclass, Node type) {
        return names.lifted(attribution.elementOf(type)) == null && !names.isInside(names.lifted(superclass));
    }

    private boolean needsScope(TypeElement superclass) {
        LiftedClass lifted = names.lifted(superclass);
        return lifted != null && lifted.needsScope();
    }

    private Code enclosing(TypeElement superclass, Node at) {
        if (needsScope(superclass)) {
            return ScopeCreation.of(names.lifted(superclass), names);
        }
        return names.instances().enclosing(members.enclosing(superclass), at);
    }
}
