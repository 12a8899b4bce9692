package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.TypeParameter;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The names in the scopes of the classes that a body declares, which hide those of the same name around the body. */
public final class ClassScopes {
    private final Attribution attribution;
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> declaredTypes = new TreeSet<>();
    private final Set<String> inheritedTypes = new TreeSet<>();

    public ClassScopes(Attribution attribution) {
        this.attribution = attribution;
    }

    /** @param node one of the body */
    public void add(Node node) {
        if (node instanceof TypeParameter parameter) {
            declaredTypes.add(parameter.getNameAsString());
        } else if (node instanceof TypeDeclaration<?> type) {
            declaredTypes.add(type.getNameAsString());
            addMembers(attribution.elementOf(type));
        } else if (node instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isPresent()) {
            addMembers(attribution.types().asElement(attribution.typeOf(creation)));
        }
    }

    private void addMembers(Element type) {
        List<? extends Element> members = attribution.elements().getAllMembers((TypeElement) type);
        ElementFilter.fieldsIn(members)
                .forEach(field -> fields.add(field.getSimpleName().toString()));
        ElementFilter.typesIn(members)
                .forEach(member -> inheritedTypes.add(member.getSimpleName().toString()));
    }

    /** The fields of the classes, inherited ones too. */
    public Set<String> fields() {
        return fields;
    }

    /** What the body itself declares, variables excepted. */
    public Set<String> declared() {
        Set<String> names = new TreeSet<>(fields);
        names.addAll(declaredTypes);
        return names;
    }

    public Set<String> all() {
        Set<String> names = declared();
        names.addAll(inheritedTypes);
        return names;
    }
}
