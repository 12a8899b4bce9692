package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;

/**
 * A class that a body declares, at any depth, moves into the future class, which is in the facade. No class can have the name of one around
 * it (JLS 8.1), and another name could be observed: a record prints it, and a program can ask for it.
 */
final class ClassNameRule implements Rule {
    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;
    private final Set<String> around;

    ClassNameRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
        TypeElement owner = (TypeElement) attribution.method().getEnclosingElement();
        this.around = Set.of(Naming.facadeName(owner), Naming.futureName(attribution.method()));
    }

    @Override
    public void check(Node node) {
        if (node instanceof TypeDeclaration<?> declaration && attribution.elementOf(declaration) != null) {
            Name name = attribution.elementOf(declaration).getSimpleName();
            if (around.contains(name.toString())) {
                reporter.report(Problem.CLASS_NAME_TAKEN, source, declaration, name);
            }
        }
    }
}
