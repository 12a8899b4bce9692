package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The variables of one body: which element is which variable, and which names are not free. */
final class Names {
    private final Map<Element, Variable> variables = new HashMap<>();
    private final Set<String> words = new TreeSet<>();
    private final Set<Element> declared = new HashSet<>();
    private final Set<String> inherited = new HashSet<>();
    private int unnamed;

    Names(MethodSource source, Attribution attribution) {
        MethodDeclaration method = source.declaration();
        walk(method, node -> collect(node, attribution));
        for (Map.Entry<LocalClassDeclarationStmt, EnumDeclaration> e :
                source.localEnums().entrySet()) {
            walk(e.getValue(), node -> collect(node, attribution));
        }
    }

    private void collect(Node node, Attribution attribution) {
        if (attribution.elementOf(node) instanceof VariableElement variable) {
            words.add(variable.getSimpleName().toString());
            declared.add(variable);
        }
        addInherited(node, attribution);
    }

    /** What a class in the body inherits hides the names outside of it. */
    private void addInherited(Node node, Attribution attribution) {
        boolean anonymous = node instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isPresent();
        if (!anonymous && !(node instanceof TypeDeclaration<?>)) {
            return;
        }
        Element type = anonymous
                ? attribution.types().asElement(attribution.typeOf((ObjectCreationExpr) node))
                : attribution.elementOf(node);
        ElementFilter.fieldsIn(attribution.elements().getAllMembers((TypeElement) type))
                .forEach(field -> inherited.add(field.getSimpleName().toString()));
        words.addAll(inherited);
    }

    private static void walk(Node node, Consumer<Node> action) {
        action.accept(node);
        node.getChildNodes().forEach(child -> walk(child, action));
    }

    /** A name that no variable in the body has. */
    String fresh(String... wishes) {
        for (String wish : wishes) {
            if (!words.contains(wish)) {
                return wish;
            }
        }
        String last = wishes[wishes.length - 1];
        for (int n = 2; ; n++) {
            if (!words.contains(last + "_" + n)) {
                return last + "_" + n;
            }
        }
    }

    /** A name for a copy of a field that the body reads: its own, if nothing else there has it. */
    String copyOf(Element field) {
        String name = field.getSimpleName().toString();
        boolean taken = declared.stream()
                .anyMatch(e -> !e.equals(field) && e.getSimpleName().contentEquals(name));
        return taken || inherited.contains(name) ? fresh(name) : name;
    }

    /** A name for a variable that has none ({@code _}), other than that of any other such variable. */
    String unnamed() {
        unnamed++;
        return fresh(unnamed == 1 ? "unnamed" : "unnamed" + unnamed);
    }

    /** The names of those variables that never became variables of the lowered body. */
    Set<String> wholeNames() {
        Set<String> whole = new TreeSet<>();
        for (Element element : declared) {
            if (element.getKind() != ElementKind.FIELD && !variables.containsKey(element)) {
                whole.add(element.getSimpleName().toString());
            }
        }
        return whole;
    }

    Set<String> words() {
        return words;
    }

    void declare(Element element, Variable variable) {
        variables.put(element, variable);
    }

    /** The variable, or null if the element is no variable or stays inside a verbatim statement. */
    Variable of(Element element) {
        return element == null ? null : variables.get(element);
    }
}
