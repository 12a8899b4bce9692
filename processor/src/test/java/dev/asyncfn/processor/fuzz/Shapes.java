package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes statements of the kinds of Java that only some programs have. */
final class Shapes {
    /** Static fields, which are reset when a run of the program begins. */
    private static final String SHARED = """
            static int shared;
            static long sharedBig;
            static Integer sharedBox;
            static String sharedText;

            static void begin() {
                shared = 1;
                sharedBig = 2;
                sharedBox = 3;
                sharedText = "s";
            }""";

    private static final String ARRAY = """
            @SafeVarargs
            static <T> T[] array(T... values) {
                return values;
            }""";

    /** What a text needs that contains the key. */
    private static final Map<String, String> MEMBERS = new LinkedHashMap<>();

    static {
        MEMBERS.put("$P.shared", SHARED);
        MEMBERS.put("array(", ARRAY);
        MEMBERS.putAll(ClassShapes.MEMBERS);
        MEMBERS.putAll(ConstantShapes.MEMBERS);
        MEMBERS.putAll(ThrowShapes.MEMBERS);
        MEMBERS.putAll(BoundShapes.MEMBERS);
        MEMBERS.putAll(NameShapes.MEMBERS);
        MEMBERS.putAll(LubShapes.MEMBERS);
    }

    /** Those in a {@code try} may stand only where one may, and those that throw {@code Checked} only where it may be thrown. */
    record Kind(List<String> plain, List<String> guarded, List<String> checked) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(ArrayStatements.PLAIN, ArrayStatements.GUARDED, List.of()),
            new Kind(ClassShapes.PLAIN, ClassShapes.GUARDED, List.of()),
            new Kind(ConstantShapes.PLAIN, List.of(), List.of()),
            new Kind(ThrowShapes.PLAIN, ThrowShapes.GUARDED, ThrowShapes.CHECKED),
            new Kind(BoundShapes.PLAIN, List.of(), List.of()),
            new Kind(SwitchShapes.PLAIN, List.of(), List.of()),
            new Kind(CompoundShapes.PLAIN, CompoundShapes.GUARDED, List.of()),
            new Kind(NameShapes.PLAIN, List.of(), List.of()),
            new Kind(SyntaxShapes.PLAIN, SyntaxShapes.GUARDED, List.of()),
            new Kind(LubShapes.PLAIN, LubShapes.GUARDED, List.of()));

    private final Expressions all;
    private final Filler filler;

    Shapes(Expressions all) {
        this.all = all;
        this.filler = new Filler(all);
    }

    /**
     * In a guard, javac mistakes fields that are assigned; in a switch expression, javac 17 loses track of lambdas and initialisers without
     * {@code new} if it is the value of a {@code var}.
     */
    boolean areUsable(Scope scope) {
        return all.generation.features().shapes()
                && !scope.inGuard
                && (scope.yields == null || all.generation.feature > 17);
    }

    /** That of the method which is run first. */
    static String beginning(String method) {
        return method.replace("{#}", "{\n    $P.begin();#}");
    }

    static void needShared(Declarations declarations) {
        declarations.need(SHARED);
    }

    static void needMembers(String text, Declarations declarations) {
        MEMBERS.forEach((key, members) -> {
            if (text.contains(key)) {
                declarations.need(members);
            }
        });
    }

    Made statement(Scope scope) {
        List<String> texts = new ArrayList<>();
        while (texts.isEmpty()) {
            Kind kind = all.dice.pick(KINDS);
            texts.addAll(kind.plain());
            if (scope.guards) {
                texts.addAll(kind.guarded());
            }
            if (scope.guards && scope.checked) {
                texts.addAll(kind.checked());
            }
            texts.removeIf(text -> all.generation.feature < SwitchShapes.feature(text));
        }
        String text = all.dice.pick(texts);
        needMembers(text, all.generation.declarations);
        return new Made(filler.block(text, scope), !text.startsWith(ConstantShapes.ENDLESS));
    }
}
