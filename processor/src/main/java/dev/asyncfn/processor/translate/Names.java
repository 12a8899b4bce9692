package dev.asyncfn.processor.translate;

import dev.asyncfn.processor.ir.BodyNames;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.DeclaredNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** The variables of one body: which element is which variable, and which names are not free. */
public final class Names {
    private final Map<Element, Variable> variables = new HashMap<>();
    private final DeclaredNames body;
    private int unnamed;
    private int parts;

    public Names(DeclaredNames body) {
        this.body = body;
    }

    /** A name that no variable in the body has. */
    public String fresh(String... wishes) {
        return body.fresh(wishes);
    }

    /** Whether a variable stays in verbatim text, and may have another name there. */
    boolean mayBeRenamed(Element variable) {
        return body.isLocal(variable)
                && !variables.containsKey(variable)
                && body.qualifiers().mayBe(variable.getSimpleName().toString());
    }

    /** What the body calls a variable, for where it is declared again. */
    static SourceText.LocalName local(Variable variable) {
        return new SourceText.LocalName(variable.name());
    }

    /** A name for a copy of a field that the body reads: its own, if nothing else there has it. */
    String copyOf(Element field) {
        String name = field.getSimpleName().toString();
        boolean taken = body.variables().stream()
                .anyMatch(e -> !e.equals(field) && e.getSimpleName().contentEquals(name));
        return taken || body.scopes().fields().contains(name) ? fresh(name) : name;
    }

    /** A name for a variable that has none ({@code _}), other than that of any other such variable. */
    public String unnamed() {
        unnamed++;
        return fresh(unnamed == 1 ? "unnamed" : "unnamed" + unnamed);
    }

    /** A name for a component that is tested once more, other than that of any other such component. */
    String part() {
        parts++;
        return fresh(parts == 1 ? "part" : "part" + parts);
    }

    /** The names of those variables that never became variables of the lowered body. */
    private Set<String> verbatim() {
        Set<String> whole = new TreeSet<>();
        for (Element element : body.variables()) {
            if (element.getKind() != ElementKind.FIELD && !variables.containsKey(element)) {
                whole.add(element.getSimpleName().toString());
            }
        }
        return whole;
    }

    public BodyNames all() {
        return new BodyNames(
                body.words(),
                verbatim(),
                body.qualifiers().names(),
                body.qualifiers().packages(),
                body.scopes().declared(),
                body.scopes().all());
    }

    public void declare(Element element, Variable variable) {
        variables.put(element, variable);
    }

    /** The variable, or null if the element is no variable or stays inside a verbatim statement. */
    public Variable of(Element element) {
        return element == null ? null : variables.get(element);
    }
}
