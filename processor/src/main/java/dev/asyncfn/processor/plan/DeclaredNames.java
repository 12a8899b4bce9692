package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** What a body declares, and which names are not free in it. */
public final class DeclaredNames {
    private final Set<String> words = new TreeSet<>();
    private final Set<Element> declared = new HashSet<>();
    private final Set<Element> locals = new HashSet<>();
    private final ClassScopes scopes;
    private final Qualifiers qualifiers;

    DeclaredNames(MethodSource source, Attribution attribution) {
        this.scopes = new ClassScopes(attribution);
        this.qualifiers = new Qualifiers(attribution.method());
        MethodDeclaration method = source.declaration();
        attribution.method().getParameters().forEach(this::declare);
        if (attribution.method() instanceof BlockFn block) {
            block.constants().forEach(this::declare);
        }
        List<Node> parts = new ArrayList<>(method.getParameters());
        method.getBody().ifPresent(parts::add);
        parts.forEach(part -> walk(part, node -> collect(node, attribution)));
        for (Map.Entry<LocalClassDeclarationStmt, EnumDeclaration> e :
                source.localEnums().entrySet()) {
            walk(e.getValue(), node -> collect(node, attribution));
        }
        words.addAll(scopes.fields());
    }

    private void declare(VariableElement variable) {
        words.add(variable.getSimpleName().toString());
        declared.add(variable);
        locals.add(variable);
    }

    private void collect(Node node, Attribution attribution) {
        Element element = attribution.elementOf(node);
        if (element instanceof VariableElement variable) {
            words.add(variable.getSimpleName().toString());
            declared.add(variable);
            if (declaresLocal(node)) {
                locals.add(variable);
            }
        }
        qualifiers.add(element);
        scopes.add(node);
    }

    /** The names of a record's components are its own, also where its constructor has parameters for them. */
    private static boolean declaresLocal(Node node) {
        Node parent = node.getParentNode().orElse(null);
        if (node instanceof Parameter) {
            Node declaring = parent instanceof ConstructorDeclaration
                    ? parent.getParentNode().orElseThrow()
                    : parent;
            return !(declaring instanceof RecordDeclaration);
        }
        return node instanceof TypePatternExpr
                || node instanceof VariableDeclarator && !(parent instanceof FieldDeclaration);
    }

    private static void walk(Node node, Consumer<Node> action) {
        action.accept(node);
        node.getChildNodes().forEach(child -> walk(child, action));
    }

    private boolean isFree(String name) {
        return !words.contains(name) && !qualifiers.names().contains(name);
    }

    /** A name that no variable in the body has: the first wish that is free, or the last one with a number. */
    public String fresh(String... wishes) {
        for (String wish : wishes) {
            if (isFree(wish)) {
                return wish;
            }
        }
        String last = wishes[wishes.length - 1];
        for (int n = 2; ; n++) {
            if (isFree(last + "_" + n)) {
                return last + "_" + n;
            }
        }
    }

    /** The names of all variables that the body declares or reads, and of the fields of its classes. */
    public Set<String> words() {
        return words;
    }

    /** The variables, and fields of its classes. */
    public Set<Element> variables() {
        return declared;
    }

    /** Whether it is a variable of a method or block, not a component of a record. */
    public boolean isLocal(Element variable) {
        return locals.contains(variable);
    }

    public ClassScopes scopes() {
        return scopes;
    }

    public Qualifiers qualifiers() {
        return qualifiers;
    }
}
