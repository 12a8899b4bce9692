package dev.asyncfn.corpus;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Puts each call of a superclass's method in a body into a method of its own, as the processor asks for: {@code
 * super.close()} becomes {@code superClose()}.
 */
final class SuperCalls extends TreePathScanner<Void, Void> {
    private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(\\([^)]*\\))? ?");

    private final Attributed library;
    private final Method method;
    private final Edits edits;
    private final Set<String> made;
    private final List<String> methods = new ArrayList<>();

    private SuperCalls(Attributed library, Method method, Edits edits, Set<String> made) {
        this.library = library;
        this.method = method;
        this.edits = edits;
        this.made = made;
    }

    /**
     * Must come after the awaits, which stand around the calls.
     *
     * @param made the methods that were added to classes so far
     */
    static void move(Attributed library, Method method, Edits edits, Set<String> made) {
        SuperCalls calls = new SuperCalls(library, method, edits, made);
        calls.scan(new TreePath(method.path(), method.tree().getBody()), null);
        CompilationUnitTree unit = method.path().getCompilationUnit();
        calls.methods.forEach(text -> edits.insert(library.end(unit, method.tree()), " " + text));
    }

    /** What is {@code super} in there is another class. */
    @Override
    public Void visitClass(ClassTree type, Void unused) {
        return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && isSuper(select.getExpression())
                && library.element(getCurrentPath()) instanceof ExecutableElement called) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            String name = Method.prefixed("super", called.getSimpleName().toString());
            edits.replace(library.start(unit, select), library.end(unit, select), name);
            if (made.add(method.owner() + "." + called)) {
                TreePath path = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
                methods.add(declaration(name, called, path));
            }
            return scan(call.getArguments(), null);
        }
        return super.visitMethodInvocation(call, null);
    }

    /** {@code super}, or {@code Interface.super}. */
    private static boolean isSuper(Tree tree) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals("super")
                || tree instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("super");
    }

    private String declaration(String name, ExecutableElement called, TreePath superPath) {
        CompilationUnitTree unit = superPath.getCompilationUnit();
        ExecutableType type =
                (ExecutableType) library.types().asMemberOf((DeclaredType) library.type(superPath), called);
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (TypeMirror parameter : type.getParameterTypes()) {
            String argument = "a" + arguments.size();
            arguments.add(argument);
            parameters.add(text(parameter) + " " + argument);
        }
        if (called.isVarArgs()) {
            int last = parameters.size() - 1;
            parameters.set(last, parameters.get(last).replaceFirst("\\[] (\\w+)$", "... $1"));
        }
        boolean isVoid = type.getReturnType().getKind() == TypeKind.VOID;
        return "private " + typeParameters(type) + text(type.getReturnType()) + " " + name + "("
                + String.join(", ", parameters) + ")" + thrown(type) + " { " + (isVoid ? "" : "return ")
                + library.text(unit, superPath.getLeaf()) + "." + called.getSimpleName() + "("
                + String.join(", ", arguments) + "); }";
    }

    private static String typeParameters(ExecutableType type) {
        return type.getTypeVariables().isEmpty()
                ? ""
                : type.getTypeVariables().stream()
                        .map(variable -> text(variable) + " extends "
                                + bounds(variable.getUpperBound())
                                        .map(SuperCalls::text)
                                        .collect(Collectors.joining(" & ")))
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    private static Stream<? extends TypeMirror> bounds(TypeMirror bound) {
        return bound instanceof IntersectionType several ? several.getBounds().stream() : Stream.of(bound);
    }

    /** Without the annotations, which javac writes where no qualified name may have them. */
    private static String text(TypeMirror type) {
        return ANNOTATION.matcher(type.toString()).replaceAll("");
    }

    private static String thrown(ExecutableType type) {
        return type.getThrownTypes().isEmpty()
                ? ""
                : type.getThrownTypes().stream()
                        .map(SuperCalls::text)
                        .collect(Collectors.joining(", ", " throws ", ""));
    }
}
