package dev.asyncfn.processor.attribute;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * An anonymous class of a body that stays where the user wrote it, because only the user's class may extend what it extends: the future
 * creates objects of the class that javac has made of it. In the body, the creation is one without a class.
 *
 * @param type the class
 * @param captured the variables of the body that it reads, each where it reads it first
 */
public record KeptClass(TypeElement type, List<NameExpr> captured) {
    private static final DataKey<KeptClass> OF = new DataKey<>() {};

    /** The class of which an expression creates an object, if it is such a class. */
    public static Optional<KeptClass> of(Node creation) {
        return creation.containsData(OF) ? Optional.of(creation.getData(OF)) : Optional.empty();
    }

    /**
     * Takes the class out of a body. Its text is looked at no more, except for the names of the variables that it captures.
     *
     * @param captured the variables, each with its first use
     */
    public static void cut(ObjectCreationExpr creation, TypeElement type, Map<VariableElement, Node> captured) {
        List<NameExpr> names = new ArrayList<>();
        captured.forEach((variable, use) -> names.add(name(variable, use)));
        creation.setAnonymousClassBody(null);
        names.forEach(name -> name.setParentNode(creation));
        creation.setData(OF, new KeptClass(type, List.copyOf(names)));
    }

    private static NameExpr name(VariableElement variable, Node use) {
        NameExpr name = new NameExpr(variable.getSimpleName().toString());
        for (Node made : List.of(name, name.getName())) {
            made.setTokenRange(use.getTokenRange().orElseThrow());
            made.setRange(use.getRange().orElseThrow());
        }
        return name;
    }

    /** What it extends, or the interface that it implements. */
    public TypeMirror above() {
        return type.getInterfaces().stream()
                .map(TypeMirror.class::cast)
                .findFirst()
                .orElse(type.getSuperclass());
    }
}
