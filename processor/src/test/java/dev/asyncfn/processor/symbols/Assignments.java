package dev.asyncfn.processor.symbols;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** What each variable in a tree is given, somewhere. */
final class Assignments extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final SymbolText text;
    private final Map<Element, List<TreePath>> values = new HashMap<>();

    Assignments(Trees trees, SymbolText text) {
        this.trees = trees;
        this.text = text;
    }

    /** None if the variable gets its values in another way. That it is set to null counts for nothing. */
    List<TreePath> of(Element variable) {
        return values.getOrDefault(variable, List.of());
    }

    /** The variables that get a value at more than one place. */
    Set<Element> repeated() {
        return values.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        add(trees.getElement(getCurrentPath()), tree.getInitializer());
        return super.visitVariable(tree, nothing);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
        add(trees.getElement(new TreePath(getCurrentPath(), tree.getVariable())), tree.getExpression());
        return super.visitAssignment(tree, nothing);
    }

    /** What a class of the body captured is passed to its scope, and what an async block captured to its future. */
    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
        if (trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor
                && (text.isScope(constructor.getEnclosingElement())
                        || text.isBlock(constructor.getEnclosingElement()))) {
            pass(constructor, tree.getArguments());
        }
        return super.visitNewClass(tree, nothing);
    }

    /** A scope passes what it was given to that of the class's superclass. */
    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        if (trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor
                && constructor.getKind() == ElementKind.CONSTRUCTOR
                && text.isScope(constructor.getEnclosingElement())) {
            pass(constructor, tree.getArguments());
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    private void pass(ExecutableElement constructor, List<? extends ExpressionTree> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            add(constructor.getParameters().get(i), arguments.get(i));
        }
    }

    private void add(Element variable, ExpressionTree value) {
        if (variable != null && value != null && value.getKind() != Tree.Kind.NULL_LITERAL) {
            values.computeIfAbsent(variable, v -> new ArrayList<>()).add(new TreePath(getCurrentPath(), value));
        }
    }
}
