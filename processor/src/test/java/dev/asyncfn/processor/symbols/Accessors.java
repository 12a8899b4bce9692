package dev.asyncfn.processor.symbols;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What the methods of a facade do through handles: by them futures reach what is private. */
final class Accessors {
    /**
     * One thing that an accessor does.
     *
     * @param member that it reads, writes, calls or creates by; null for an operator or a type
     * @param ofSuper whether it calls the member as {@code super} does
     * @param operator else null
     * @param type that it tests, casts to, gives the class of, or makes an array of; else null
     */
    record Effect(Kind kind, Element member, boolean ofSuper, UnaryTree operator, TypeMirror type, TreePath path) {}

    private final Trees trees;
    private final Types types;
    private final Element lookup;
    private final Handles handles;
    private final Map<Element, List<Effect>> effects = new HashMap<>();
    private final Map<Element, TypeElement> outers = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param facade the generated class in which a bridge may be nested */
    Accessors(Attributed attributed, TreePath facade) {
        this.trees = attributed.trees();
        this.types = attributed.types();
        this.lookup =
                attributed.elements().getTypeElement("java.lang.invoke.MethodHandles").getEnclosedElements().stream()
                        .filter(method -> method.getSimpleName().contentEquals("lookup"))
                        .findFirst()
                        .orElseThrow();
        this.handles = new Handles(attributed, facade);
        this.faults.addAll(handles.faults());
        new Bodies().scan(facade, null);
    }

    /** What an accessor does, in order; null if the method is none. */
    List<Effect> effectsOf(Element method) {
        return effects.get(method);
    }

    /** The private interface that is made of an interface of the bridge; null if none is. */
    TypeElement madeOf(Element function) {
        return handles.madeOf(function);
    }

    /** The accessors of enclosing instances, with the classes of these. */
    Map<Element, TypeElement> outers() {
        return outers;
    }

    /** The accessors that cast. */
    Set<Element> casts() {
        return effects.entrySet().stream()
                .filter(each -> each.getValue().get(0).kind() == Kind.CAST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Accessors that cannot do what they should. */
    List<String> faults() {
        return faults;
    }

    private final class Bodies extends TreePathScanner<Void, Void> {
        private MethodTree method;
        private Element accessor;
        private List<Effect> present;
        /** The private class that it mentions. */
        private TypeElement type;

        private List<String> calls;

        @Override
        public Void visitBlock(BlockTree tree, Void nothing) {
            return method == null ? null : super.visitBlock(tree, nothing);
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            MethodTree around = method;
            method = null;
            super.visitClass(tree, nothing);
            method = around;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            method = tree;
            accessor = trees.getElement(getCurrentPath());
            present = new ArrayList<>();
            type = null;
            calls = new ArrayList<>();
            super.visitMethod(tree, nothing);
            method = null;
            boolean gives = present.stream().anyMatch(effect -> effect.member() != null);
            if (gives
                    && !(type != null
                            && calls.contains("isInstance"))) { // a record pattern reads what it tests for, too
                effects.put(accessor, present);
            } else if (type != null) {
                effects.put(accessor, List.of(ofType()));
            }
            return null;
        }

        private Effect ofType() {
            Kind kind = calls.contains("newInstance")
                    ? Kind.ARRAY
                    : calls.contains("isInstance") ? Kind.TEST : calls.contains("cast") ? Kind.CAST : Kind.CLASS;
            TypeMirror used = types.erasure(type.asType());
            for (int i = kind == Kind.ARRAY ? dimensions() : Collections.frequency(calls, "arrayType"); i > 0; i--) {
                used = types.getArrayType(used);
            }
            return new Effect(kind, null, false, null, used, getCurrentPath());
        }

        /** The dimensions of the array that it returns. Its arguments may give the lengths of fewer. */
        private int dimensions() {
            int dimensions = 0;
            TypeMirror given = ((ExecutableElement) accessor).getReturnType();
            for (; given instanceof ArrayType array; given = array.getComponentType()) {
                dimensions++;
            }
            return dimensions;
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            Element constant = trees.getElement(getCurrentPath());
            if (handles.isLookup(constant)) {
                present.add(new Effect(Kind.CALL, lookup, false, null, null, getCurrentPath()));
            }
            TypeElement mentioned = handles.classOf(constant);
            type = mentioned == null ? type : mentioned;
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            if (method != null && tree.getMethodSelect() instanceof MemberSelectTree select) {
                calls.add(select.getIdentifier().toString());
                TreePath scope = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
                Element handle = trees.getElement(scope);
                if (handles.memberOf(handle) != null) {
                    used(handle, select.getIdentifier().toString(), tree);
                } else if (handles.outerOf(handle) != null) {
                    outers.put(accessor, handles.outerOf(handle));
                }
            }
            return super.visitMethodInvocation(tree, nothing);
        }

        private void used(Element handle, String how, MethodInvocationTree call) {
            Element member = handles.memberOf(handle);
            boolean creates = member.getKind() == ElementKind.CONSTRUCTOR;
            Kind kind = switch (how) {
                case "get", "getVolatile" -> Kind.READ;
                case "set", "setVolatile" -> Kind.WRITE;
                default -> creates ? Kind.CREATE : Kind.CALL;
            };
            if (member.getKind().isField()
                    && how.endsWith("Volatile") != member.getModifiers().contains(Modifier.VOLATILE)) {
                faults.add("a volatile field is one for its accessors, and no other is: " + call);
            }
            present.add(new Effect(kind, member, handles.isOfSuper(handle), null, null, getCurrentPath()));
            boolean called = kind == Kind.CALL || creates;
            if (called && !passed(call.getArguments()).equals(parameters())) {
                faults.add("an accessor passes its parameters on in another order: " + call);
            }
        }

        private List<String> passed(List<? extends ExpressionTree> arguments) {
            return arguments.stream()
                    .map(a -> a instanceof IdentifierTree name ? name.getName().toString() : a.toString())
                    .toList();
        }

        /** One that is evaluated, and then not looked at, is no parameter of the member. */
        private List<String> parameters() {
            return method.getParameters().stream()
                    .map(VariableTree::getName)
                    .map(Object::toString)
                    .filter(name -> !name.equals("evaluated"))
                    .toList();
        }

        @Override
        public Void visitUnary(UnaryTree tree, Void nothing) {
            if (method != null) {
                present.add(new Effect(Kind.OPERATOR, null, false, tree, null, getCurrentPath()));
            }
            return super.visitUnary(tree, nothing);
        }
    }
}
