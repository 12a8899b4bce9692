package dev.asyncfn.processor;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds where the user's files mention a class that is not there yet. */
final class Mentions {
    private final Set<CompilationUnitTree> units = new HashSet<>();

    /** @param topLevels the classes in whose files to look */
    Mentions(Collection<String> topLevels, Elements elements, Trees trees) {
        for (String topLevel : topLevels) {
            TypeElement type = elements.getTypeElement(topLevel);
            TreePath path = type == null ? null : trees.getPath(type);
            if (path != null) {
                units.add(path.getCompilationUnit());
            }
        }
    }

    boolean anywhere(String simpleName) {
        return units.stream().anyMatch(unit -> in(unit, simpleName));
    }

    static boolean in(CompilationUnitTree unit, String simpleName) {
        return new Names(simpleName).scan(unit, null) == Boolean.TRUE;
    }

    /** In imports and declarations, which javac resolves before it looks into any body. */
    boolean inDeclarations(String simpleName) {
        return units.stream().anyMatch(unit -> new DeclaredNames(simpleName).scan(unit, null) == Boolean.TRUE);
    }

    private static class Names extends TreeScanner<Boolean, Void> {
        private final String name;

        Names(String name) {
            this.name = name;
        }

        @Override
        public Boolean visitIdentifier(IdentifierTree identifier, Void unused) {
            return identifier.getName().contentEquals(name);
        }

        @Override
        public Boolean visitMemberSelect(MemberSelectTree select, Void unused) {
            Name selected = select.getIdentifier();
            return selected.contentEquals(name) || super.visitMemberSelect(select, null) == Boolean.TRUE;
        }

        @Override
        public Boolean reduce(Boolean one, Boolean other) {
            return one == Boolean.TRUE || other == Boolean.TRUE;
        }
    }

    private static final class DeclaredNames extends Names {
        DeclaredNames(String name) {
            super(name);
        }

        @Override
        public Boolean visitMethod(MethodTree method, Void unused) {
            Boolean header = reduce(scan(method.getModifiers(), null), scan(method.getReturnType(), null));
            Boolean generics = reduce(scan(method.getTypeParameters(), null), scan(method.getThrows(), null));
            return reduce(reduce(header, generics), scan(method.getParameters(), null));
        }

        @Override
        public Boolean visitVariable(VariableTree variable, Void unused) {
            return reduce(scan(variable.getModifiers(), null), scan(variable.getType(), null));
        }

        @Override
        public Boolean visitBlock(BlockTree block, Void unused) {
            return false;
        }
    }
}
