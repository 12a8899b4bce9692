package dev.asyncfn.processor.symbols;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;

/** The references of an async fn's body. */
final class BodyReferences extends ReferenceCollector {
    BodyReferences(Attributed attributed, Factories factories, TreePath method) {
        super(attributed, factories, new SymbolText(attributed.types(), null, classesIn(method)));
        instances.learn(method);
        see(((ExecutableElement) trees.getElement(method)).getReturnType());
        scan(new TreePath(method, ((MethodTree) method.getLeaf()).getBody()), null);
    }

    /** The names of the classes that a body declares. */
    static Set<String> classesIn(TreePath method) {
        Set<String> names = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void nothing) {
                names.add(tree.getSimpleName().toString());
                return super.visitClass(tree, nothing);
            }
        }.scan(method.getLeaf(), null);
        return names;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        ExecutableElement method = (ExecutableElement) elementOf(tree.getMethodSelect());
        if (!text.of(method).startsWith("dev.asyncfn.Async.await(")) {
            return super.visitMethodInvocation(tree, nothing);
        }
        awaited(method);
        return scan(tree.getArguments(), nothing);
    }
}
