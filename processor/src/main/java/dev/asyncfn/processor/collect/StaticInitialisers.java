package dev.asyncfn.processor.collect;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds out whether the initialisation of a class (JLS 12.4.2) may do what others notice. Only syntax is looked at: javac would report the
 * errors of what it attributes too early.
 */
final class StaticInitialisers {
    private final Elements elements;
    private final Types types;
    private final Trees trees;

    StaticInitialisers(Elements elements, Types types, Trees trees) {
        this.elements = elements;
        this.types = types;
        this.trees = trees;
    }

    /** Whether that of a class or of what is initialised before it may be noticed. */
    boolean mayBeNoticed(TypeElement type) {
        return mayBeNoticed(type, new HashSet<>());
    }

    private boolean mayBeNoticed(TypeElement type, Set<TypeElement> seen) {
        if (!seen.add(type) || isOfPlatform(type)) {
            return false;
        }
        ClassTree tree = trees.getTree(type);
        if (tree == null || isLoud(type, tree)) {
            return true; // nobody knows what a class file does
        }
        for (TypeMirror above : types.directSupertypes(type.asType())) {
            if (types.asElement(above) instanceof TypeElement supertype
                    && initialises(type, supertype)
                    && mayBeNoticed(supertype, seen)) {
                return true;
            }
        }
        return false;
    }

    /** A superinterface is initialised together with a class only if it declares a default method. */
    private static boolean initialises(TypeElement type, TypeElement supertype) {
        return !supertype.getKind().isInterface()
                || !type.getKind().isInterface()
                        && supertype.getEnclosedElements().stream()
                                .anyMatch(member -> member.getModifiers().contains(Modifier.DEFAULT));
    }

    private boolean isOfPlatform(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString().startsWith("java.");
    }

    private boolean isLoud(TypeElement type, ClassTree tree) {
        CompilationUnitTree unit = trees.getPath(type).getCompilationUnit();
        QuietExpressions quiet = new QuietExpressions(unit, type, elements);
        return tree.getMembers().stream().anyMatch(member -> isLoudMember(member, type, quiet));
    }

    private boolean isLoudMember(Tree member, TypeElement type, QuietExpressions quiet) {
        if (member instanceof BlockTree block) {
            return block.isStatic() && !block.getStatements().isEmpty();
        }
        if (!(member instanceof VariableTree field) || field.getInitializer() == null) {
            return false;
        }
        Element element = type.getEnclosedElements().stream()
                .filter(one -> one.getKind().isField()
                        && one.getSimpleName().contentEquals(field.getName().toString()))
                .findFirst()
                .orElse(null);
        if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT) {
            return ((NewClassTree) field.getInitializer()).getClassBody() != null || hasConstructor(type);
        }
        return element != null
                && element.getModifiers().contains(Modifier.STATIC)
                && !quiet.contains(field.getInitializer());
    }

    /** A constructor of the enum's own may do anything. */
    private boolean hasConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> elements.getOrigin(constructor) == Elements.Origin.EXPLICIT);
    }
}
