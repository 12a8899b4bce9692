package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A generated class with async fns; the first, {@code m0}, is what is run.
 *
 * @param seed that made it, whole or, after shrinking, in part
 * @param tree its methods
 */
record Program(long seed, Tree tree) {
    private static final String HEADER = """
            package fuzz;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import dev.asyncfn.processor.differential.Boom;
            import dev.asyncfn.processor.fuzz.*;
            $I
            class $P {
                int total = 1;
                private long big = 2;
                String text = "t";
                private boolean flag;
                Integer boxed = 3;
                int[] items = {1, 2, 3};
                private Box box = new Box(9);
                Object any = "any";

                @Override
                public String toString() {
                    return "program " + total;
                }
            """;

    private static final String NEST = """
            class Nest extends $P {
                Nest() {
                    this(20);
                }

                Nest(int total) {
                    this.total = total;
                    super.text = "nested";
                }
            #}""";

    /** @param feature the version of the language */
    static Program generate(long seed, int feature) {
        Dice dice = new Dice(seed);
        int count = dice.pick(1, 1, 2, 2, 3);
        int size = dice.between(8, 80);
        int hierarchyAt = dice.chance(60) ? dice.below(count) : -1;
        int genericAt = dice.chance(25) ? dice.below(count) : -1;
        Declarations declarations = new Declarations();
        List<Signature> later = new ArrayList<>();
        List<Tree> methods = new ArrayList<>();
        List<Tree> nested = new ArrayList<>();
        List<Tree> types = new ArrayList<>();
        Hierarchy hierarchy = null;
        boolean isGeneric = false;
        Features features = Features.of(seed);
        for (int i = count - 1; i >= 0; i--) {
            if (i == genericAt) {
                types.addAll(GenericTypes.members(new Generation(
                        dice, feature, declarations, List.copyOf(later), null, false, features, size / 2)));
                isGeneric = true;
            }
            if (i == hierarchyAt) {
                hierarchy = Hierarchies.generate(new Generation(
                        dice, feature, declarations, List.copyOf(later), null, isGeneric, features, 2 * size));
                types.addAll(hierarchy.members());
            }
            Signature signature = signature("m" + i, i == 0, dice, features);
            Generation generation = new Generation(
                    dice, feature, declarations, List.copyOf(later), hierarchy, isGeneric, features, size / count);
            (signature.isNested() ? nested : methods).add(0, method(signature, generation));
            if (signature.isVirtual()) {
                nested.add(override(signature, generation));
            }
            later.add(signature);
        }
        if (!nested.isEmpty()) {
            methods.add(Tree.item(NEST, Tree.block(nested)));
        }
        methods.addAll(types);
        methods.addAll(declarations.items());
        Tree tree = Tree.block(methods);
        return new Program(seed, dice.chance(30) ? new Spelling(dice).of(tree) : tree);
    }

    private static Signature signature(String name, boolean first, Dice dice, Features features) {
        List<Type> parameters = new ArrayList<>();
        for (int i = first ? 0 : dice.below(3); i > 0; i--) {
            parameters.add(value(dice, features));
        }
        Type returns = dice.chance(20) ? Type.VOID : value(dice, features);
        Signature.Place place = dice.<Signature.Place>choice()
                .or(3, () -> Signature.Place.STATIC)
                .or(6, () -> Signature.Place.INSTANCE)
                .or(2, () -> Signature.Place.VIRTUAL)
                .orIf(!first, 4, () -> Signature.Place.NESTED)
                .make();
        String access = place == Signature.Place.VIRTUAL
                ? dice.pick("", "protected ", "public ")
                : dice.pick("", "", "private ", "public ");
        return new Signature(name, returns, parameters, access, place, dice.chance(60));
    }

    private static Type value(Dice dice, Features features) {
        if (features.shapes() && dice.chance(15)) {
            return ArrayShapes.anyType(dice);
        }
        if (features.library() && dice.chance(25)) {
            return Library.anyType(dice);
        }
        if (features.numbers() && dice.chance(25)) {
            return Numbers.anyType(dice);
        }
        return features.privateGenerics() == PrivateGenerics.Use.IN_SIGNATURES && dice.chance(20)
                ? PrivateGenerics.anyType(dice)
                : dice.pick(Expressions.VALUES);
    }

    private static Tree method(Signature signature, Generation generation) {
        Dice dice = generation.dice;
        Scope scope = new Scope(signature.returns());
        scope.isStatic = signature.isStatic();
        scope.isNested = signature.isNested();
        scope.checked = signature.checked();
        String header = "@AsyncFn\n" + signature.access() + modifier(signature) + rest(signature, scope, generation);
        if (signature.name().equals("m0") && generation.features().shapes()) {
            Shapes.needShared(generation.declarations);
            header = Shapes.beginning(header);
        }
        return Tree.item(header, new Bodies(generation).large(scope));
    }

    private static String modifier(Signature signature) {
        return signature.isStatic() ? "static " : signature.isVirtual() ? "" : "final ";
    }

    /** What follows the modifiers. */
    private static String rest(Signature signature, Scope scope, Generation generation) {
        StringBuilder header = new StringBuilder();
        header.append(signature.returns()).append(' ').append(signature.name()).append("(Run r");
        for (Type parameter : signature.parameters()) {
            String name = "a" + generation.number();
            scope.declare(name, parameter, generation.dice.chance(30));
            header.append(", ").append(parameter).append(' ').append(name);
        }
        return header.append(signature.checked() ? ") throws Checked {#}\n" : ") {#}\n")
                .toString();
    }

    /** That of the nested class, which calls the method above or that of the outer object. */
    private static Tree override(Signature signature, Generation generation) {
        Scope scope = new Scope(signature.returns());
        scope.isNested = true;
        scope.checked = signature.checked();
        String header = "@AsyncFn\n@Override\n" + signature.access() + rest(signature, scope, generation);
        StringBuilder call = new StringBuilder(generation.dice.pick("super.", "$P.this.", "Nest.super."));
        call.append(signature.name()).append("(r");
        scope.variables().forEach(parameter -> call.append(", ").append(parameter.name()));
        List<Tree> first = new ArrayList<>(List.of(Tree.item("r.log(\"nested " + signature.name() + "\");")));
        first.add(Tree.item(
                signature.returns() == Type.VOID
                        ? call + ");"
                        : "r.<" + signature.returns().boxed() + ">v(\"above\", " + call + "));"));
        return Tree.item(header, new Bodies(generation).small(scope, first));
    }

    /** @param name of the class */
    String print(String name) {
        String methods = tree.print();
        return (HEADER + methods + "}\n").replace("$I", imports()).replace("$P", name);
    }

    private String imports() {
        if (!Features.of(seed).library()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        Library.IMPORTS
                .get((int) (seed & 1))
                .forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.toString();
    }

    int size() {
        return tree.size();
    }

    Program with(Tree changed) {
        return new Program(seed, changed);
    }
}
