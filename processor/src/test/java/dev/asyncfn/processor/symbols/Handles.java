package dev.asyncfn.processor.symbols;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The members that the method and variable handles of a generated class look up, by the rules of the lookup itself. They are constants, which
 * static initialisers assign: what a body assigns to its variables, or looks up by itself, is its own business.
 */
final class Handles extends TreePathScanner<Void, Void> {
    private final Attributed attributed;
    private final Trees trees;
    private final Methods methods;
    private final Map<Element, Element> members = new HashMap<>();
    private final Set<Element> ofSuper = new HashSet<>();
    private final Map<Element, TypeElement> outers = new HashMap<>();
    private final Map<String, TypeElement> privateClasses = new HashMap<>();
    private final Map<Element, TypeElement> classes = new HashMap<>();
    private final Map<Element, TypeElement> functions = new HashMap<>();
    private final Set<Element> lookups = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private boolean inInitializer;

    Handles(Attributed attributed, TreePath facade) {
        this.attributed = attributed;
        this.trees = attributed.trees();
        this.methods = new Methods(attributed);
        scan(facade, null);
    }

    /** The member of a constant that is a handle; null if it is none, or looks up nothing. */
    Element memberOf(Element constant) {
        return members.get(constant);
    }

    /** Whether a constant calls its member as {@code super} does. */
    boolean isOfSuper(Element constant) {
        return ofSuper.contains(constant);
    }

    /** The class of the enclosing instances that a constant reads; null if it does something else. */
    TypeElement outerOf(Element constant) {
        return outers.get(constant);
    }

    /** The class that a constant is; null if it is something else. */
    TypeElement classOf(Element constant) {
        return classes.get(constant);
    }

    /** Whether a constant is what {@code MethodHandles.lookup()} gives in the class itself. */
    boolean isLookup(Element constant) {
        return lookups.contains(constant);
    }

    /** The private interface that is made of an interface of the bridge; null if none is. */
    TypeElement madeOf(Element function) {
        return functions.get(function);
    }

    /** Lookups that find nothing. */
    List<String> faults() {
        return faults;
    }

    @Override
    public Void visitBlock(BlockTree tree, Void nothing) {
        boolean around = inInitializer;
        inInitializer |= tree.isStatic();
        super.visitBlock(tree, nothing);
        inInitializer = around;
        return null;
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
        Element constant = trees.getElement(new TreePath(getCurrentPath(), tree.getVariable()));
        if (inInitializer && isConstant(constant)) {
            found(constant, tree);
        }
        return super.visitAssignment(tree, nothing);
    }

    private static boolean isConstant(Element assigned) {
        return assigned != null
                && assigned.getKind() == ElementKind.FIELD
                && assigned.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
    }

    private void found(Element constant, AssignmentTree tree) {
        if (tree.getExpression() instanceof MethodInvocationTree call) {
            MethodInvocationTree find = withoutArity(call);
            assigned(constant, find, new TreePath(getCurrentPath(), find));
        } else if (tree.getExpression() instanceof MemberSelectTree literal
                && literal.getIdentifier().contentEquals("class")) {
            TreePath named = new TreePath(new TreePath(getCurrentPath(), literal), literal.getExpression());
            if (trees.getElement(named) instanceof TypeElement type) {
                classes.put(constant, type);
            }
        } else if (tree.getExpression() instanceof IdentifierTree
                && constant.asType().toString().equals("java.lang.invoke.MethodHandles.Lookup")) {
            lookups.add(constant);
        }
    }

    private static MethodInvocationTree withoutArity(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("asFixedArity")
                ? (MethodInvocationTree) select.getExpression()
                : call;
    }

    /** A private class is found by the name that it has at run time. */
    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        if (inInitializer
                && tree.getInitializer() instanceof MethodInvocationTree lookup
                && lookup.getMethodSelect().toString().endsWith(".privateLookupIn")
                && lookup.getArguments().get(0) instanceof MethodInvocationTree find) {
            String name = (String) ((LiteralTree) find.getArguments().get(0)).getValue();
            TypeElement type = attributed.elements().getTypeElement(name.replace('$', '.'));
            privateClasses.put(tree.getName().toString(), type);
            if (type == null) {
                faults.add("nothing is found by " + find);
            }
        }
        return super.visitVariable(tree, nothing);
    }

    private void assigned(Element constant, MethodInvocationTree call, TreePath path) {
        Element method = trees.getElement(path);
        String name = method.getSimpleName().toString();
        String owner = method.getEnclosingElement().toString();
        if (owner.equals("java.lang.invoke.MethodHandles.Lookup") && name.startsWith("find")) {
            Element member = member(name, call, path);
            members.put(constant, member);
            boolean isPrivate = member != null && member.getModifiers().contains(Modifier.PRIVATE);
            if (name.equals("findSpecial") && !isPrivate) { // which nothing overrides
                ofSuper.add(constant);
            }
            if (member == null) {
                faults.add("nothing is found by " + call);
            }
        } else if (name.equals("lookupClass")) {
            classes.put(constant, (TypeElement) attributed.types().asElement(literal(call, path)));
        } else if (name.equals("implementing")) {
            List<? extends ExpressionTree> arguments = call.getArguments();
            functions.put(type(arguments.get(4), path), type(arguments.get(0), path));
        } else if (name.equals("enclosing")) {
            outers.put(constant, type(call.getArguments().get(2), path));
        }
    }

    private Element member(String find, MethodInvocationTree call, TreePath path) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        TypeElement host = type(arguments.get(0), path);
        if (find.equals("findConstructor")) {
            return find(host, "<init>", member -> hasType(member, types(arguments.get(1), path)));
        }
        boolean isStatic = find.startsWith("findStatic");
        String name = (String) ((LiteralTree) arguments.get(1)).getValue();
        Predicate<Element> hasType = find.endsWith("VarHandle")
                ? field -> isField(field, literal(arguments.get(2), path))
                : method -> hasType(method, types(arguments.get(2), path));
        return find(host, name, member -> Methods.isStatic(member) == isStatic && hasType.test(member));
    }

    /** Of the class itself, or else of the nearest one above it. */
    private Element find(TypeElement host, String name, Predicate<Element> hasType) {
        for (Element member : host.getEnclosedElements()) {
            if (member.getSimpleName().contentEquals(name) && hasType.test(member)) {
                return member;
            }
        }
        return attributed.types().directSupertypes(host.asType()).stream()
                .map(above -> (TypeElement) attributed.types().asElement(above))
                .map(above -> find(above, name, hasType))
                .filter(member -> member != null && !member.getModifiers().contains(Modifier.PRIVATE))
                .findFirst()
                .orElse(null);
    }

    private boolean isField(Element member, TypeMirror type) {
        return member.getKind().isField() && methods.isSameErased(member.asType(), type);
    }

    /** @param type the result and the parameters; to a constructor of an inner class, the outer object comes first */
    private boolean hasType(Element member, List<TypeMirror> type) {
        if (!(member instanceof ExecutableElement method)) {
            return false;
        }
        List<TypeMirror> parameters = new ArrayList<>(type.subList(1, type.size()));
        if (method.getKind() != ElementKind.CONSTRUCTOR) {
            return methods.isSameErased(method.getReturnType(), type.get(0))
                    && methods.hasParameters(method, parameters);
        }
        TypeElement created = (TypeElement) method.getEnclosingElement();
        boolean outer = !Methods.isInner(created)
                || !parameters.isEmpty()
                        && methods.isSameErased(created.getEnclosingElement().asType(), parameters.remove(0));
        return outer && methods.hasParameters(method, parameters);
    }

    // ---- class literals

    /** Those in a call of {@code MethodType.methodType}. */
    private List<TypeMirror> types(ExpressionTree methodType, TreePath call) {
        TreePath path = new TreePath(call, methodType);
        List<TypeMirror> types = new ArrayList<>();
        ((MethodInvocationTree) methodType).getArguments().forEach(argument -> types.add(literal(argument, path)));
        return types;
    }

    private TypeElement type(ExpressionTree literal, TreePath call) {
        return (TypeElement) attributed.types().asElement(literal(literal, call));
    }

    private TypeMirror literal(ExpressionTree literal, TreePath call) {
        if (literal instanceof MethodInvocationTree lookup) {
            return privateClass((MemberSelectTree) lookup.getMethodSelect());
        }
        TreePath path = new TreePath(call, literal);
        return trees.getTypeMirror(new TreePath(path, ((MemberSelectTree) literal).getExpression()));
    }

    /** {@code lookup.lookupClass()}, or {@code arrayType()} of such a class. */
    private TypeMirror privateClass(MemberSelectTree select) {
        return select.getExpression() instanceof MethodInvocationTree component
                ? attributed.types().getArrayType(privateClass((MemberSelectTree) component.getMethodSelect()))
                : privateClasses.get(select.getExpression().toString()).asType();
    }
}
