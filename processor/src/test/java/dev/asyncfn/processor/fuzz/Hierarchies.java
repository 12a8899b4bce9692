package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.fuzz.Hierarchy.Declared;
import dev.asyncfn.processor.fuzz.Hierarchy.Fn;
import dev.asyncfn.processor.fuzz.Hierarchy.Kind;
import dev.asyncfn.processor.fuzz.Hierarchy.Own;
import dev.asyncfn.processor.fuzz.Hierarchy.Seen;
import dev.asyncfn.processor.fuzz.Hierarchy.Super;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes random hierarchies: interfaces, classes, enums and records that override each other's async fns, by async fns and by methods that
 * are none, with narrower results and fewer exceptions.
 */
final class Hierarchies {
    /** What an {@code Object} may become in an override. */
    private static final List<Type> NARROWER = List.of(Type.STRING, Type.BOX, Type.INTEGER, Type.INTS, Type.COLOR);

    private final Generation generation;
    private final Dice dice;
    private final Bodies bodies;
    private final List<Fn> fns = new ArrayList<>();
    private final List<Declared> types = new ArrayList<>();
    private final List<Tree> members = new ArrayList<>();

    private Hierarchies(Generation generation) {
        this.generation = generation;
        this.dice = generation.dice;
        this.bodies = new Bodies(generation);
    }

    static Hierarchy generate(Generation generation) {
        Hierarchies hierarchies = new Hierarchies(generation);
        hierarchies.make();
        return new Hierarchy(hierarchies.fns, hierarchies.types, hierarchies.members);
    }

    private void make() {
        boolean isInterface = dice.chance(65);
        for (int i = dice.pick(1, 1, 2, 2, 3); i > 0; i--) {
            fns.add(fn(isInterface));
        }
        Declared root = new Declared("Root", isInterface ? Kind.INTERFACE : Kind.CLASS, null, List.of(), fns.size());
        root.isSealed = isInterface && dice.chance(20);
        root.isAbstract = isInterface || dice.chance(60);
        declare(root);
        List<Declared> below = isInterface ? interfacesBelow(root) : List.of();
        Declared other = isInterface && dice.chance(35) ? other() : null;
        classes(root, below, other);
        if (isInterface) {
            leaves(below.isEmpty() ? root : dice.pick(below), other);
        }
    }

    private Fn fn(boolean isInterface) {
        List<Type> parameters = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            parameters.add(dice.pick(Expressions.VALUES));
        }
        Type returns = dice.chance(15) ? Type.VOID : dice.chance(30) ? Type.OBJECT : dice.pick(Expressions.VALUES);
        String access = isInterface ? "public " : dice.pick("", "protected ", "public ");
        return new Fn("v" + fns.size(), returns, parameters, dice.chance(50), access);
    }

    /** One or two, of which a class may have both. */
    private List<Declared> interfacesBelow(Declared root) {
        List<Declared> below = new ArrayList<>();
        for (int i = dice.pick(0, 0, 1, 1, 2); i > 0; i--) {
            Declared type = new Declared("Sub" + i, Kind.INTERFACE, null, List.of(root), fns.size());
            type.isAbstract = true;
            declare(type);
            below.add(type);
        }
        return below;
    }

    /** An interface that has nothing to do with the root, but the same async fns, or some of them. */
    private Declared other() {
        Declared other = new Declared("Other", Kind.INTERFACE, null, List.of(), fns.size());
        other.isAbstract = true;
        declare(other);
        return other;
    }

    private void classes(Declared root, List<Declared> below, Declared other) {
        Declared above = root.isInterface() ? null : root;
        List<Declared> first = new ArrayList<>();
        if (root.isInterface()) {
            first.addAll(
                    below.isEmpty() || dice.chance(30) ? List.of(root) : dice.chance(50) ? below : below.subList(0, 1));
        }
        boolean otherAbove = other != null && dice.chance(50);
        if (otherAbove) {
            first.add(other);
        }
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            List<Declared> interfaces =
                    i == 0 ? first : i == 1 && other != null && !otherAbove ? List.of(other) : List.of();
            Declared type = new Declared("Class" + i, Kind.CLASS, above, interfaces, fns.size());
            type.isInner = above != null && above.isInner || dice.chance(25);
            type.isAbstract = i + 1 < count && dice.chance(30);
            type.isFinal = i + 1 == count && dice.chance(40);
            declare(type);
            above = type;
        }
    }

    private void leaves(Declared above, Declared other) {
        List<Declared> interfaces = other != null && dice.chance(30) ? List.of(above, other) : List.of(above);
        if (dice.chance(25)) {
            declare(new Declared("Many", Kind.ENUM, null, interfaces, fns.size()));
        }
        if (dice.chance(20)) {
            Declared type = new Declared("Fixed", Kind.RECORD, null, interfaces, fns.size());
            type.isFinal = true;
            declare(type);
        }
    }

    // ---- one type

    private void declare(Declared type) {
        type.access = dice.pick("", "private ", "protected ");
        types.add(type);
        List<Tree> methods = new ArrayList<>();
        for (int i = fns.size() - 1; i >= 0; i--) { // those that are called first
            Tree method = method(type, i);
            if (method != null) {
                methods.add(0, method);
            }
        }
        members.add(Tree.item(header(type) + "#}", Tree.block(methods)));
    }

    /** The method of a type, or null if it inherits that which it has. */
    private Tree method(Declared type, int i) {
        Fn fn = fns.get(i);
        Set<Seen> inherited = inherited(type, i);
        if (inherited.isEmpty()) {
            if (type.name.equals("Other") && dice.chance(30)) {
                return null;
            }
            boolean concrete = type.isInterface() ? dice.chance(40) : !type.isAbstract || dice.chance(50);
            return method(type, i, new Seen(fn.returns(), fn.checked(), true, concrete, type));
        }
        Seen above = inherited.iterator().next();
        boolean must = inherited.size() > 1 || !type.isAbstract && !above.concrete();
        if (!must && !dice.chance(45)) {
            type.seen[i] = above;
            return null;
        }
        if (type.isInterface()) {
            return method(type, i, new Seen(above.returns(), above.checked(), true, dice.chance(70), type));
        }
        boolean isAbstract = type.isAbstract && dice.chance(20);
        Type returns = above.returns() == Type.OBJECT && dice.chance(50) ? dice.pick(NARROWER) : above.returns();
        boolean checked = inherited.stream().allMatch(Seen::checked) && dice.chance(60);
        return method(type, i, new Seen(returns, checked, isAbstract || dice.chance(75), !isAbstract, type));
    }

    /** What it would have without a declaration of its own: a class has precedence. */
    private static Set<Seen> inherited(Declared type, int i) {
        Set<Seen> found = new LinkedHashSet<>();
        Seen ofSuperclass = type.superclass == null ? null : type.superclass.seen[i];
        if (ofSuperclass != null) {
            found.add(ofSuperclass);
            if (!ofSuperclass.owner().isInterface()) {
                return found;
            }
        }
        for (Declared each : type.interfaces) {
            if (each.seen[i] != null) {
                found.add(each.seen[i]);
            }
        }
        return found;
    }

    private Tree method(Declared type, int i, Seen seen) {
        Fn fn = fns.get(i);
        type.seen[i] = seen;
        StringBuilder header = new StringBuilder(seen.async() ? "@AsyncFn\n" : "@Override\n");
        header.append(type.isInterface() ? dice.pick("", "public ") : fn.access());
        header.append(!seen.concrete() ? type.isInterface() ? "" : "abstract " : type.isInterface() ? "default " : "");
        if (!type.isInterface() && seen.concrete() && type.kind == Kind.CLASS && type.isFinal && dice.chance(15)) {
            header.append("final ");
        }
        header.append(seen.returns()).append(' ').append(fn.name()).append("(Run r");
        Scope scope = scope(type, i, seen);
        for (Type parameter : fn.parameters()) {
            String name = "a" + generation.number();
            scope.declare(name, parameter, dice.chance(30));
            header.append(", ").append(parameter).append(' ').append(name);
        }
        header.append(seen.checked() ? ") throws Checked" : ")");
        if (!seen.concrete()) {
            return Tree.item(header + ";");
        }
        String event = type.name + "." + fn.name();
        List<Tree> first = new ArrayList<>(List.of(Tree.item("r.log(\"" + event + "\");")));
        if (seen.async() && !scope.own.supers().isEmpty() && dice.chance(60)) {
            bodies.expressions().virtualCalls.ofSuper(scope).ifPresent(first::add);
        }
        return Tree.item(header + " {#}", bodies.small(scope, first));
    }

    private Scope scope(Declared type, int i, Seen seen) {
        Scope scope = new Scope(seen.returns());
        scope.isStatic = !type.isInner;
        scope.inClass = type.isInner;
        scope.checked = seen.checked();
        scope.awaits = seen.async();
        scope.own = new Own(type, fns, i, supers(type, i));
        if (type.kind == Kind.CLASS) {
            scope.ownFields.addAll(List.of("this.kept", "kept", type.name + ".this.kept"));
            if (type.superclass != null && !type.superclass.access.equals("private ")) {
                scope.ownFields.addAll(List.of("super.kept", type.name + ".super.kept"));
            }
        }
        return scope;
    }

    /** Of an interface only where no superclass has the fn too (JLS 15.12.3). */
    private static List<Super> supers(Declared type, int i) {
        List<Super> supers = new ArrayList<>();
        if (type.superclass != null) {
            Seen seen = type.superclass.seen[i];
            if (seen != null && seen.concrete()) {
                supers.add(new Super("super.", seen));
            }
            return supers;
        }
        for (Declared each : type.interfaces) {
            Seen seen = each.seen[i];
            boolean mayBeOverridden = seen != null && seen.owner() != each && type.interfaces.size() > 1;
            if (seen != null && seen.concrete() && !mayBeOverridden) {
                supers.add(new Super(each.name + ".super.", seen));
            }
        }
        return supers;
    }

    private String header(Declared type) {
        StringBuilder above = new StringBuilder();
        if (type.superclass != null) {
            above.append(" extends ").append(type.superclass.name);
        }
        List<String> interfaces = new ArrayList<>();
        type.interfaces.forEach(each -> interfaces.add(each.name));
        if (type.superclass == null && type.interfaces.isEmpty()) {
            interfaces.add("Rooted");
        }
        if (!interfaces.isEmpty()) {
            above.append(type.isInterface() ? " extends " : " implements ").append(String.join(", ", interfaces));
        }
        boolean belowSealed = type.interfaces.stream().anyMatch(each -> each.isSealed);
        return switch (type.kind) {
            case INTERFACE ->
                (type.isSealed ? "sealed " : belowSealed ? "non-sealed " : "") + "interface " + type.name + above
                        + " {";
            case RECORD -> "record " + type.name + "(int kept)" + above + " {";
            case ENUM -> "enum " + type.name + above + " {\n    ONE, TWO {" + constantBody(type) + "}, THREE;\n";
            case CLASS -> classHeader(type, above, belowSealed);
        };
    }

    private static String classHeader(Declared type, StringBuilder above, boolean belowSealed) {
        String finality = type.isFinal ? "final " : belowSealed ? "non-sealed " : "";
        String modifiers = (type.isInner ? "" : "static ") + (type.isAbstract ? "abstract " : "") + finality;
        String call = type.superclass == null ? "" : "super(kept + 10);\n        ";
        return modifiers + "class " + type.name + above + " {\n    " + type.access + "int kept;\n\n    " + type.name
                + "(int kept) {\n        " + call + "this.kept = kept;\n    }\n";
    }

    /** The first fn, overridden by a method that is none. */
    private String constantBody(Declared type) {
        Seen seen = type.seen[0];
        if (seen == null || !dice.chance(60)) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n        @Override public " + seen.returns() + " v0(Run r");
        for (Type parameter : fns.get(0).parameters()) {
            text.append(", ").append(parameter).append(" a").append(generation.number());
        }
        text.append(") {\n            r.log(\"TWO.v0\");");
        if (seen.returns() != Type.VOID) {
            text.append("\n            return ")
                    .append(seen.returns().simplest())
                    .append(';');
        }
        return text.append("\n        }\n    ").toString();
    }
}
