package dev.asyncfn.processor.attribute;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Finds in a method what has no proper type because of an error elsewhere: javac reports the declaration of a field as
 * wrong, and says nothing more where the field is used.
 */
final class ErroneousTypes extends TreePathScanner<Boolean, Void> {
    private final Trees trees;

    private ErroneousTypes(Trees trees) {
        this.trees = trees;
    }

    static boolean in(TreePath method, Trees trees) {
        ErroneousTypes scanner = new ErroneousTypes(trees);
        return trees.getElement(method) == null || scanner.scan(method, null) == Boolean.TRUE;
    }

    @Override
    public Boolean scan(Tree tree, Void unused) {
        if (tree == null) {
            return false;
        }
        TreePath path = new TreePath(getCurrentPath(), tree);
        return isErroneous(trees.getTypeMirror(path)) || names(path) || super.scan(tree, null) == Boolean.TRUE;
    }

    /** Whether the symbol that a tree names is declared with such a type. */
    private boolean names(TreePath path) {
        Tree tree = path.getLeaf();
        boolean name = tree instanceof IdentifierTree
                || tree instanceof MemberSelectTree
                || tree instanceof MemberReferenceTree
                || tree instanceof MethodInvocationTree
                || tree instanceof NewClassTree;
        Element named = name ? trees.getElement(path) : null;
        return named != null && isErroneous(named.asType());
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
        return one == Boolean.TRUE || other == Boolean.TRUE;
    }

    private static boolean isErroneous(TypeMirror type) {
        return type != null && type.accept(new Parts(), null);
    }

    /** The bounds of a type variable are left out: what is done with a value of it has a type of its own. */
    private static final class Parts extends SimpleTypeVisitor14<Boolean, Void> {
        private Parts() {
            super(false);
        }

        @Override
        public Boolean visitError(ErrorType type, Void unused) {
            return true;
        }

        @Override
        public Boolean visitArray(ArrayType type, Void unused) {
            return isErroneous(type.getComponentType());
        }

        @Override
        public Boolean visitDeclared(DeclaredType type, Void unused) {
            return isErroneous(type.getEnclosingType()) || any(type.getTypeArguments());
        }

        @Override
        public Boolean visitWildcard(WildcardType type, Void unused) {
            return isErroneous(type.getExtendsBound()) || isErroneous(type.getSuperBound());
        }

        @Override
        public Boolean visitExecutable(ExecutableType type, Void unused) {
            return isErroneous(type.getReturnType()) || any(type.getParameterTypes()) || any(type.getThrownTypes());
        }

        private static boolean any(List<? extends TypeMirror> types) {
            return Stream.of(types).flatMap(List::stream).anyMatch(ErroneousTypes::isErroneous);
        }
    }
}
