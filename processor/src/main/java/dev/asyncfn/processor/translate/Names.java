package dev.asyncfn.processor.translate;

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
import dev.asyncfn.processor.ir.BodyNames;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.ClassScopes;
import dev.asyncfn.processor.plan.Qualifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** The variables of one body: which element is which variable, and which names are not free. */
public final class Names {
    private final Map<Element, Variable> variables = new HashMap<>();
    private final Set<String> words = new TreeSet<>();
    private final Set<Element> declared = new HashSet<>();
    private final Set<Element> locals = new HashSet<>();
    private final ClassScopes scopes;
    private final Qualifiers qualifiers;
    private int unnamed;

    public Names(MethodSource source, Attribution attribution) {
        this.scopes = new ClassScopes(attribution);
        this.qualifiers = new Qualifiers(attribution.method());
        MethodDeclaration method = source.declaration();
        List<Node> parts = new ArrayList<>(method.getParameters());
        method.getBody().ifPresent(parts::add);
        parts.forEach(part -> walk(part, node -> collect(node, attribution)));
        for (Map.Entry<LocalClassDeclarationStmt, EnumDeclaration> e :
                source.localEnums().entrySet()) {
            walk(e.getValue(), node -> collect(node, attribution));
        }
        words.addAll(scopes.fields());
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

    /** A name that no variable in the body has. */
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

    private boolean isFree(String name) {
        return !words.contains(name) && !qualifiers.names().contains(name);
    }

    /** Whether a variable stays in verbatim text, and may have another name there. */
    boolean mayBeRenamed(Element variable) {
        return locals.contains(variable)
                && !variables.containsKey(variable)
                && qualifiers.mayBe(variable.getSimpleName().toString());
    }

    /** What the body calls a variable, for where it is declared again. */
    static Piece.LocalName local(Variable variable) {
        return new Piece.LocalName(variable.name());
    }

    public ClassScopes scopes() {
        return scopes;
    }

    /** A name for a copy of a field that the body reads: its own, if nothing else there has it. */
    String copyOf(Element field) {
        String name = field.getSimpleName().toString();
        boolean taken = declared.stream()
                .anyMatch(e -> !e.equals(field) && e.getSimpleName().contentEquals(name));
        return taken || scopes.fields().contains(name) ? fresh(name) : name;
    }

    /** A name for a variable that has none ({@code _}), other than that of any other such variable. */
    public String unnamed() {
        unnamed++;
        return fresh(unnamed == 1 ? "unnamed" : "unnamed" + unnamed);
    }

    /** The names of those variables that never became variables of the lowered body. */
    private Set<String> verbatim() {
        Set<String> whole = new TreeSet<>();
        for (Element element : declared) {
            if (element.getKind() != ElementKind.FIELD && !variables.containsKey(element)) {
                whole.add(element.getSimpleName().toString());
            }
        }
        return whole;
    }

    public BodyNames all() {
        return new BodyNames(
                words, verbatim(), qualifiers.names(), qualifiers.packages(), scopes.declared(), scopes.all());
    }

    public void declare(Element element, Variable variable) {
        variables.put(element, variable);
    }

    /** The variable, or null if the element is no variable or stays inside a verbatim statement. */
    public Variable of(Element element) {
        return element == null ? null : variables.get(element);
    }
}
