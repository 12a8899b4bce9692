package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.parse.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Local classes, records, enums and interfaces. One whose scope does not suspend stays where it is. Any other becomes
 * a member of the future class; what it captured becomes a field of its own that every creation passes.
 */
final class LocalClasses {
    private final Lowering fn;
    private final List<LiftedClass> lifted = new ArrayList<>();

    LocalClasses(Lowering fn) {
        this.fn = fn;
    }

    List<LiftedClass> lifted() {
        return List.copyOf(lifted);
    }

    boolean isLocalClass(Statement statement) {
        return statement instanceof LocalClassDeclarationStmt || statement instanceof LocalRecordDeclarationStmt;
    }

    /** @param scope the statements after it in its block */
    void lower(Statement statement, List<Statement> scope) {
        if (scope.stream().noneMatch(fn.awaits()::in)) {
            fn.graph().add(new Step.Run(fn.translator().translate(statement), true));
            return;
        }
        TypeDeclaration<?> declaration = declaration(statement);
        TypeElement type = (TypeElement) fn.attribution().elementOf(declaration);
        Set<Variable> captures = captures(declaration, type);
        Code[] text = new Code[1];
        LiftedClass placeholder = new LiftedClass(type, unused(declaration.getNameAsString()), () -> text[0], List.copyOf(captures));
        fn.translator().names().lift(type, placeholder);
        text[0] = fn.translator().names().insideLifted(captures, () -> rewrite(declaration, placeholder));
        lifted.add(placeholder);
    }

    private String unused(String wish) {
        String name = wish;
        for (int n = 2; isTaken(name); n++) {
            name = wish + "_" + n;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return lifted.stream().anyMatch(c -> c.name().equals(name));
    }

    private TypeDeclaration<?> declaration(Statement statement) {
        if (statement instanceof LocalRecordDeclarationStmt local) {
            return local.getRecordDeclaration();
        }
        LocalClassDeclarationStmt local = (LocalClassDeclarationStmt) statement;
        TypeDeclaration<?> masked = fn.source().localEnums().get(local);
        return masked == null ? local.getClassDeclaration() : masked;
    }

    private Set<Variable> captures(TypeDeclaration<?> declaration, TypeElement type) {
        Set<Variable> captures = new LinkedHashSet<>(fn.captures().of(declaration));
        if (fn.translator().usesSelf(declaration)) {
            captures.add(fn.receiver());
        }
        captures.addAll(inherited(type));
        for (ObjectCreationExpr creation : declaration.findAll(ObjectCreationExpr.class)) {
            Element created = fn.attribution().elementOf(creation.getType());
            LiftedClass other = fn.translator().names().lifted(created);
            if (other != null) {
                captures.addAll(other.captures());
            }
        }
        return captures;
    }

    private List<Variable> inherited(TypeElement type) {
        return superclass(type).map(LiftedClass::captures).orElse(List.of());
    }

    private Optional<LiftedClass> superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared
                ? Optional.ofNullable(fn.translator().names().lifted(declared.asElement()))
                : Optional.empty();
    }

    private Code rewrite(TypeDeclaration<?> declaration, LiftedClass as) {
        SourceFile file = fn.source().file();
        Slices slices = new Slices(fn.source(), declaration);
        Rewriting rewriting = new Rewriting(declaration, as, slices);
        slices.add("private ");
        if (declaration instanceof ClassOrInterfaceDeclaration c && !c.isInterface() && !isGeneric()) {
            slices.add("static ");
        }
        fn.translator().substitute(declaration.getName(), Code.of(as.name()));
        declaration.getConstructors().forEach(c -> fn.translator().substitute(c.getName(), Code.of(as.name())));
        if (!as.captures().isEmpty()) {
            rewriting.addCaptures();
        } else {
            fn.translator().visitChildren(declaration, slices);
        }
        slices.copyTo(file.end(declaration));
        return slices.toCode();
    }

    /** A static member class could not name the future's type parameters. */
    private boolean isGeneric() {
        return !fn.attribution().method().getTypeParameters().isEmpty()
                || !fn.owner().getTypeParameters().isEmpty();
    }

    /** Adds the captured variables to a class as fields and constructor parameters. */
    private final class Rewriting {
        private final SourceFile file = fn.source().file();
        private final TypeDeclaration<?> declaration;
        private final LiftedClass as;
        private final Slices slices;
        private final List<Variable> inherited;

        Rewriting(TypeDeclaration<?> declaration, LiftedClass as, Slices slices) {
            this.declaration = declaration;
            this.as = as;
            this.slices = slices;
            this.inherited = inherited((TypeElement) fn.attribution().elementOf(declaration));
        }

        void addCaptures() {
            int body = file.text().indexOf('{', headEnd()) + 1;
            List<Node> head = new ArrayList<>();
            List<Node> members = new ArrayList<>();
            for (Node child : declaration.getChildNodes()) {
                (file.start(child) < body ? head : members).add(child);
            }
            head.sort(java.util.Comparator.comparingInt(file::start));
            head.forEach(child -> fn.translator().visit(child, slices));
            slices.copyTo(body);
            fields();
            if (declaration.getConstructors().isEmpty()) {
                constructor();
            }
            members.sort(java.util.Comparator.comparingInt(file::start));
            members.forEach(this::member);
        }

        private int headEnd() {
            int end = file.end(declaration.getName());
            if (declaration instanceof ClassOrInterfaceDeclaration c) {
                for (Node node : c.getExtendedTypes()) {
                    end = Math.max(end, file.end(node));
                }
                for (Node node : c.getImplementedTypes()) {
                    end = Math.max(end, file.end(node));
                }
            }
            return end;
        }

        private void fields() {
            for (Variable variable : as.captures()) {
                slices.add("\n    private final ");
                slices.add(new Fragment.TypeRef(variable.type()));
                slices.add(" " + variable.name() + ";");
            }
            slices.add("\n");
        }

        private void constructor() {
            slices.add("\n    " + as.name() + "(");
            parameters(false);
            slices.add(") {\n");
            if (!inherited.isEmpty()) {
                slices.add("        super(" + names(inherited) + ");\n");
            }
            assignments();
            slices.add("    }\n");
        }

        private String names(List<Variable> variables) {
            return String.join(", ", variables.stream().map(Variable::name).toList());
        }

        private void parameters(boolean more) {
            for (int i = 0; i < as.captures().size(); i++) {
                Variable variable = as.captures().get(i);
                slices.add(new Fragment.TypeRef(variable.type()));
                slices.add(" " + variable.name() + (more || i < as.captures().size() - 1 ? ", " : ""));
            }
        }

        private void assignments() {
            for (Variable variable : as.captures()) {
                slices.add("        this." + variable.name() + " = " + variable.name() + ";\n");
            }
        }

        private void member(Node member) {
            if (!(member instanceof ConstructorDeclaration constructor)) {
                fn.translator().visit(member, slices);
                return;
            }
            fn.translator().visit(constructor.getName(), slices);
            slices.copyTo(file.text().indexOf('(', file.end(constructor.getName())) + 1);
            parameters(!constructor.getParameters().isEmpty());
            constructor.getParameters().forEach(p -> fn.translator().visit(p, slices));
            Optional<ExplicitConstructorInvocationStmt> explicit = constructor.getBody().getStatements().stream()
                    .findFirst()
                    .filter(ExplicitConstructorInvocationStmt.class::isInstance)
                    .map(ExplicitConstructorInvocationStmt.class::cast);
            int open = file.start(constructor.getBody()) + 1;
            slices.copyTo(open);
            explicit.ifPresentOrElse(this::explicitCall, this::implicitCall);
            constructor.getBody().getStatements().stream()
                    .skip(explicit.isPresent() ? 1 : 0)
                    .forEach(s -> fn.translator().visit(s, slices));
            slices.copyTo(file.end(constructor));
        }

        private void implicitCall() {
            slices.add("\n");
            if (!inherited.isEmpty()) {
                slices.add("        super(" + names(inherited) + ");\n");
            }
            assignments();
        }

        private void explicitCall(ExplicitConstructorInvocationStmt call) {
            List<Variable> passed = call.isThis() ? as.captures() : inherited;
            slices.copyTo(file.text().indexOf('(', file.start(call)) + 1);
            slices.add(names(passed) + (passed.isEmpty() || call.getArguments().isEmpty() ? "" : ", "));
            call.getArguments().forEach(argument -> fn.translator().visit(argument, slices));
            slices.copyTo(file.end(call));
            if (!call.isThis()) {
                slices.add("\n");
                assignments();
            }
        }
    }
}
