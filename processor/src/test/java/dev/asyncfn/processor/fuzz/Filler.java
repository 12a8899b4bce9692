package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes pieces of programs from texts that say what belongs in each of their holes:
 *
 * <ul>
 *   <li>{@code %INT}: an expression of that type, often awaited; {@code %>INT}: one in a lambda; {@code %!INT}: one in a class that is declared in
 *       the body; {@code %?BOOLEAN}: one in a guard;
 *   <li>{@code %at}: an index; {@code %event}: the name of an event; {@code %n}: a number of the text;
 *   <li>{@code %some}: statements that complete; {@code %jump}: a statement that does not;
 *   <li>{@code $x}: the name of a variable of the text, any; {@code $Node}, {@code $other}: names that are as they are written, if they can be;
 *   <li>{@code %+INT:x}: nothing, but the variable may be used and assigned from here on; {@code %=INT:x}: it is never assigned.
 * </ul>
 */
final class Filler {
    private static final Pattern HOLE = Pattern.compile("%(?<how>[>!?]?)(?<type>[A-Z_]+)"
            + "|%(?<assigned>[+=])(?<declared>[A-Z_]+):(?<variable>[a-z]) ?"
            + "|%(?<word>at|event|n|some|jump)\\b"
            + "|\\$(?!P\\b)(?<name>\\w+)");

    private final Expressions all;
    private final Dice dice;

    Filler(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    Tree expression(Type type, String text, Scope scope, int depth) {
        Filling filling = new Filling(scope, depth);
        return Tree.expression(type, filling.of(text), filling.parts());
    }

    Tree target(Type type, String text, Scope scope, int depth) {
        Filling filling = new Filling(scope, depth);
        return Tree.target(type, filling.of(text), filling.parts());
    }

    /** A block, each of whose statements shrinking can leave out. */
    Tree block(String text, Scope scope) {
        Filling filling = new Filling(scope.inner(), 2);
        List<Tree> items = new ArrayList<>();
        for (String statement : statements(text)) {
            items.add(item(filling.of(statement), filling.parts()));
        }
        return item("{#}", Tree.block(items));
    }

    /** The lines, those together that a brace keeps together. */
    private static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        int open = 0;
        for (String line : text.strip().split("\n")) {
            statement.append(statement.isEmpty() ? "" : "\n").append(line);
            open += count(line, '{') - count(line, '}');
            if (open == 0) {
                statements.add(statement.toString());
                statement.setLength(0);
            }
        }
        return statements;
    }

    private static int count(String line, char wanted) {
        return (int) line.chars().filter(c -> c == wanted).count();
    }

    /** One text that is being filled. */
    private final class Filling {
        private final Scope scope;
        private final int depth;
        private final int number = all.generation.number();
        private final Map<String, String> names = new HashMap<>();
        private final List<Tree> parts = new ArrayList<>();

        Filling(Scope scope, int depth) {
            this.scope = scope;
            this.depth = depth;
        }

        /** The template; its parts are to be asked for next. */
        String of(String text) {
            Matcher hole = HOLE.matcher(text);
            StringBuilder template = new StringBuilder();
            while (hole.find()) {
                hole.appendReplacement(template, Matcher.quoteReplacement(filled(hole)));
            }
            return hole.appendTail(template).toString();
        }

        Tree[] parts() {
            Tree[] filled = parts.toArray(Tree[]::new);
            parts.clear();
            return filled;
        }

        private String filled(Matcher hole) {
            if (hole.group("name") != null) {
                return name(hole.group("name"));
            }
            if (hole.group("declared") != null) {
                boolean frozen = hole.group("assigned").equals("=");
                scope.declare(name(hole.group("variable")), Type.valueOf(hole.group("declared")), frozen);
                return "";
            }
            return hole.group("word") != null
                    ? word(hole.group("word"))
                    : part(value(hole.group("how"), Type.valueOf(hole.group("type"))));
        }

        private String part(Tree part) {
            parts.add(part);
            return "#";
        }

        private String word(String word) {
            return switch (word) {
                case "at" -> part(all.index(scope, depth - 1));
                case "event" -> all.generation.event("shape");
                case "n" -> "" + number;
                case "some" -> part(item("{#}", Tree.block(all.statements().completing(scope.straight(), 2))));
                default ->
                    part(scope.jumps ? all.statements().jump(scope.inner()).tree() : item(";"));
            };
        }

        private Tree value(String how, Type type) {
            return switch (how) {
                case ">" -> all.of(type, scope.capturing(false), 1);
                case "!" -> all.of(type, scope.capturing(true), 1);
                case "?" -> all.of(type, scope.guarding(), depth);
                default ->
                    scope.awaits && dice.chance(45)
                            ? all.awaited(type, scope, Math.min(depth, 1))
                            : all.of(type, scope, depth);
            };
        }

        private String name(String wanted) {
            return names.computeIfAbsent(wanted, this::chosen);
        }

        /** What has a name of more than one letter has it where it can, so that those in other blocks have the same. */
        private String chosen(String wanted) {
            if (wanted.length() == 1) {
                return all.generation.variable(scope);
            }
            String name = scope.isTaken(wanted) ? wanted + number : wanted;
            scope.reserve(name);
            return name;
        }
    }
}
