package dev.asyncfn.processor.symbols;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Which instance an expression or an unqualified name means, where that is known: the object in whose class the code
 * stands, or one around it. A variable that is only ever given such an object is one, too, since futures keep the
 * receiver in variables.
 */
final class Instances {
    private final Attributed attributed;
    private final Trees trees;
    private final Types types;
    private final SymbolText text;
    private final Assignments assignments;
    private final Map<Element, String> known = new HashMap<>();
    private final Map<Element, TypeElement> outers = new HashMap<>();
    private final Set<Element> casts = new HashSet<>();
    private final Set<Element> visiting = new HashSet<>();

    Instances(Attributed attributed, SymbolText text) {
        this.attributed = attributed;
        this.trees = attributed.trees();
        this.types = attributed.types();
        this.text = text;
        this.assignments = new Assignments(trees, text);
    }

    /** A variable that is an instance of a class from the beginning. */
    void known(Element variable, TypeElement type) {
        known.put(variable, describe(type));
    }

    /** Generated methods that give the instance of a class around that of their argument. */
    void outers(Map<Element, TypeElement> accessors) {
        outers.putAll(accessors);
    }

    /** Generated methods that cast their argument. */
    void casts(Set<Element> accessors) {
        casts.addAll(accessors);
    }

    /** The tree in which variables may get instances. */
    void learn(TreePath root) {
        assignments.scan(root, null);
    }

    /**
     * Notes that a variable of generated code with several values stands for several expressions of a body, each of which is an instance:
     * two {@code return this} in front of a {@code finally}, for example.
     *
     * @param usersNames the names of the body's own variables
     */
    void separate(Set<String> usersNames) {
        assignments.repeated().stream()
                .filter(variable -> variable.getKind() != ElementKind.PARAMETER)
                .filter(variable -> !usersNames.contains(
                        SymbolText.withoutNumber(variable.getSimpleName().toString())))
                .forEach(variable -> known.put(variable, null));
    }

    String describe(TypeElement type) {
        return "this " + text.of(type);
    }

    // ---- expressions

    /** In words; null if it is not known. */
    String of(TreePath expression) {
        Tree tree = expression.getLeaf();
        if (tree instanceof ParenthesizedTree inner) {
            return of(new TreePath(expression, inner.getExpression()));
        }
        if (tree instanceof TypeCastTree cast) {
            return of(new TreePath(expression, cast.getExpression()));
        }
        if (tree.getKind() == Tree.Kind.OTHER && tree instanceof UnaryTree check) {
            return of(new TreePath(expression, check.getExpression())); // of javac, for null
        }
        if (tree instanceof IdentifierTree name) {
            return isThisOrSuper(name.getName())
                    ? describe(around(expression))
                    : ofVariable(trees.getElement(expression));
        }
        if (tree instanceof MemberSelectTree select) {
            return isThisOrSuper(select.getIdentifier())
                    ? describe(named(select, expression))
                    : ofVariable(trees.getElement(expression));
        }
        return tree instanceof MethodInvocationTree call ? ofCall(call, expression) : null;
    }

    /** An interface before {@code super} is one that the class around it implements. */
    private TypeElement named(MemberSelectTree select, TreePath path) {
        TypeElement qualifier = (TypeElement) trees.getElement(new TreePath(path, select.getExpression()));
        return qualifier.getKind().isInterface() && select.getIdentifier().contentEquals("super")
                ? around(path)
                : qualifier;
    }

    private static boolean isThisOrSuper(Name name) {
        return name.contentEquals("this") || name.contentEquals("super");
    }

    /** The class in which a tree stands. */
    private TypeElement around(TreePath path) {
        TreePath p = path.getParentPath();
        while (!(p.getLeaf() instanceof ClassTree)) {
            p = p.getParentPath();
        }
        return (TypeElement) trees.getElement(p);
    }

    /** Generated code checks that a receiver is not null, and asks for the instance around one. */
    private String ofCall(MethodInvocationTree call, TreePath path) {
        Element method = trees.getElement(path);
        if (method != null && Methods.givesItself(method, trees)) {
            return describe((TypeElement) method.getEnclosingElement());
        }
        if (method == null || call.getArguments().isEmpty()) {
            return null;
        }
        if (isChecked(method)) {
            return of(new TreePath(path, call.getArguments().get(2)));
        }
        TreePath argument = new TreePath(path, call.getArguments().get(0));
        if (givesBack(method)) {
            return of(argument);
        }
        TypeElement outer = outers.get(method);
        return outer != null && isInside(argument, outer) ? describe(outer) : null;
    }

    /** Whether it checks what a {@code super} inherits, and gives back its receiver. */
    static boolean isChecked(Element method) {
        return method != null
                && method.getSimpleName().contentEquals("inherited")
                && method.getEnclosingElement().toString().equals("dev.asyncfn.AsyncTable");
    }

    /** Whether a method returns its first argument: it checks it, casts it, or only says which type it has. */
    boolean givesBack(Element method) {
        return method.getSimpleName().contentEquals("requireNonNull") || isIdentity(method) || casts.contains(method);
    }

    /** Whether it is a generated method that does nothing. */
    boolean isIdentity(Element method) {
        return text.isHelper(method)
                && method instanceof ExecutableElement executable
                && executable.getParameters().size() == 1
                && executable.getReturnType().getKind() == TypeKind.TYPEVAR
                && types.isSameType(
                        executable.getReturnType(),
                        executable.getParameters().get(0).asType());
    }

    /** By what it is: its type may be a type parameter that stands for a private class. */
    private boolean isInside(TreePath inner, TypeElement outer) {
        String instance = of(inner);
        return ElementFilter.typesIn(outer.getEnclosedElements()).stream()
                .anyMatch(type -> describe(type).equals(instance));
    }

    /** Whether a variable is always the same instance. */
    boolean isKnown(Element variable) {
        return ofVariable(variable) != null;
    }

    private String ofVariable(Element variable) {
        if (variable == null || known.containsKey(variable)) {
            return known.get(variable);
        }
        if (assignments.of(variable).isEmpty() || isUsersField(variable) || !visiting.add(variable)) {
            return null;
        }
        Set<String> values = new HashSet<>();
        for (TreePath value : assignments.of(variable)) {
            if (!isBeingLookedAt(value)) {
                values.add(of(value));
            }
        }
        visiting.remove(variable);
        String value = values.size() == 1 ? values.iterator().next() : null;
        known.put(variable, value);
        return value;
    }

    /** Two variables may be copied to each other. */
    private boolean isBeingLookedAt(TreePath value) {
        return (value.getLeaf() instanceof IdentifierTree || value.getLeaf() instanceof MemberSelectTree)
                && visiting.contains(trees.getElement(value));
    }

    private boolean isUsersField(Element variable) {
        return variable.getKind() == ElementKind.FIELD
                && !text.isFuture(variable.getEnclosingElement())
                && !text.isScope(variable.getEnclosingElement());
    }

    // ---- unqualified names

    /** The instance whose member an unqualified name means (JLS 6.4.1, 15.12.1): of the innermost class that has it. */
    String unqualified(Element member, TreePath path) {
        for (TreePath p = path; p != null; p = p.getParentPath()) {
            if (p.getLeaf() instanceof ClassTree && trees.getElement(p) instanceof TypeElement type) {
                if (isMember(member, type)) {
                    return describe(type);
                }
            }
        }
        return "nothing";
    }

    /** Private members are not inherited, nor is what another package or a field of the same name is between (JLS 8.2). */
    private boolean isMember(Element member, TypeElement type) {
        if (member.getEnclosingElement().equals(type)) {
            return true;
        }
        Set<Modifier> modifiers = member.getModifiers();
        boolean visible = modifiers.contains(Modifier.PUBLIC)
                || modifiers.contains(Modifier.PROTECTED)
                || !modifiers.contains(Modifier.PRIVATE) && isInOnePackage(member, type);
        return visible
                && !isHidden(member, type)
                && types.directSupertypes(type.asType()).stream()
                        .anyMatch(above -> isMember(member, (TypeElement) types.asElement(above)));
    }

    private static boolean isHidden(Element member, TypeElement type) {
        return member.getKind() == ElementKind.FIELD
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .anyMatch(field -> field.getSimpleName().equals(member.getSimpleName()));
    }

    private boolean isInOnePackage(Element one, Element other) {
        return attributed
                .elements()
                .getPackageOf(one)
                .equals(attributed.elements().getPackageOf(other));
    }
}
