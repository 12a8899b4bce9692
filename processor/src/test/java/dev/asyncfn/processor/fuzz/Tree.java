package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A piece of a generated program: Java text with a hole {@code #} for each part. The generator makes it well-typed;
 * shrinking needs to know no more of Java than what may stand in whose place.
 *
 * @param type of an expression, else null
 */
record Tree(Sort sort, Type type, String template, List<Tree> parts) {
    enum Sort {
        EXPRESSION,
        /** What can be assigned, so no other expression may stand in its place. */
        TARGET,
        /** One of a list's items: a statement, a clause, a case, a method. */
        ITEM,
        /** Items, each on a line of its own. */
        BLOCK,
        /** Items in one line. */
        LIST
    }

    static Tree expression(Type type, String template, Tree... parts) {
        return new Tree(Sort.EXPRESSION, type, template, List.of(parts));
    }

    static Tree target(Type type, String template, Tree... parts) {
        return new Tree(Sort.TARGET, type, template, List.of(parts));
    }

    static Tree item(String template, Tree... parts) {
        return new Tree(Sort.ITEM, null, template, List.of(parts));
    }

    static Tree block(List<Tree> items) {
        return new Tree(Sort.BLOCK, null, "", List.copyOf(items));
    }

    static Tree list(Tree... items) {
        return new Tree(Sort.LIST, null, "", List.of(items));
    }

    static Tree list(List<Tree> items) {
        return new Tree(Sort.LIST, null, "", List.copyOf(items));
    }

    boolean isExpression() {
        return sort == Sort.EXPRESSION;
    }

    boolean isSequence() {
        return sort == Sort.BLOCK || sort == Sort.LIST;
    }

    Tree with(int part, Tree replacement) {
        List<Tree> changed = new ArrayList<>(parts);
        changed.set(part, replacement);
        return new Tree(sort, type, template, Collections.unmodifiableList(changed));
    }

    Tree withParts(List<Tree> replacements) {
        return new Tree(sort, type, template, List.copyOf(replacements));
    }

    /** The number of pieces, which shrinking brings down. */
    int size() {
        int size = isSequence() ? 0 : 1;
        for (Tree part : parts) {
            size += part.size();
        }
        return size;
    }

    String print() {
        StringBuilder text = new StringBuilder();
        print(text, 0);
        return text.toString();
    }

    private void print(StringBuilder text, int indent) {
        switch (sort) {
            case BLOCK -> {
                for (Tree item : parts) {
                    newLine(text, indent + 1);
                    item.print(text, indent + 1);
                }
                newLine(text, indent);
            }
            case LIST -> parts.forEach(item -> item.print(text, indent));
            default -> printTemplate(text, indent);
        }
    }

    private void printTemplate(StringBuilder text, int indent) {
        int part = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '#') {
                parts.get(part++).print(text, indent);
            } else if (c == '\n') {
                newLine(text, indent);
            } else {
                text.append(c);
            }
        }
        if (part != parts.size()) {
            throw new IllegalStateException(parts.size() + " parts for " + template);
        }
    }

    private static void newLine(StringBuilder text, int indent) {
        text.append('\n').append("    ".repeat(indent));
    }
}
