package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Record patterns in which the order of calls could be seen. Java asks a record for a component after the pattern of the one before it has
 * matched; the bridge takes a whole record apart first. Only an accessor that the user has written can tell the two apart, and only if a
 * pattern may fail in between.
 */
final class EarlyAccessors {
    private final MethodSource source;
    private final Attribution attribution;
    /** The records of the file that declare an accessor. */
    private Set<String> declaring;

    EarlyAccessors(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
    }

    /** A record pattern, the outermost or one in it, whose record has an accessor of its own that may be called too early. */
    Optional<RecordPatternExpr> in(RecordPatternExpr outermost) {
        List<RecordPatternExpr> all = outermost.findAll(RecordPatternExpr.class);
        boolean mayFail = all.stream()
                .flatMap(pattern -> pattern.getPatternList().stream())
                .anyMatch(component -> component instanceof PatternExpr pattern && mayFail(pattern));
        return mayFail ? all.stream().filter(this::hasOwnAccessor).findFirst() : Optional.empty();
    }

    private boolean mayFail(PatternExpr component) {
        if (component.isRecordPatternExpr()) {
            return true;
        }
        TypeMirror read = CarriedPatterns.component(component, attribution).orElseThrow();
        return !component.getType().isVarType()
                && !attribution
                        .types()
                        .isSubtype(
                                attribution.types().erasure(read),
                                attribution.types().erasure(attribution.typeOf(component)));
    }

    private boolean hasOwnAccessor(RecordPatternExpr pattern) {
        TypeElement type = (TypeElement) attribution.types().asElement(attribution.typeOf(pattern));
        if (declaring == null) {
            declaring = new HashSet<>();
            new TreeScanner<Void, String>() {
                @Override
                public Void visitClass(ClassTree tree, String around) {
                    String name = around + tree.getSimpleName();
                    if (declaresAccessor(tree)) {
                        declaring.add(name);
                    }
                    return super.visitClass(tree, name + ".");
                }
            }.scan(source.path().getCompilationUnit().getTypeDecls(), "");
        }
        CharSequence inPackage = attribution.elements().getPackageOf(type).getQualifiedName();
        String name = type.getQualifiedName().toString();
        return declaring.contains(inPackage.length() == 0 ? name : name.substring(inPackage.length() + 1));
    }

    /** Of a record; its components are the fields that are not static. */
    private static boolean declaresAccessor(ClassTree tree) {
        return tree.getKind() == Tree.Kind.RECORD
                && tree.getMembers().stream()
                        .anyMatch(member -> member instanceof MethodTree method
                                && method.getBody() != null
                                && method.getParameters().isEmpty()
                                && isComponent(tree, method.getName()));
    }

    private static boolean isComponent(ClassTree tree, Name name) {
        return tree.getMembers().stream()
                .anyMatch(member -> member instanceof VariableTree variable
                        && variable.getName().equals(name)
                        && !variable.getModifiers().getFlags().contains(Modifier.STATIC));
    }
}
