package dev.asyncfn.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import dev.asyncfn.processor.parse.OriginalUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What another processor has changed in the declarations of a file, as edits of its text: members that it has added, of
 * which there is no body, modifiers, types of fields. Bodies are read from the text.
 */
final class Rewritten {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final OriginalUnit original;
    private final Set<Edit> edits = new LinkedHashSet<>();

    private Rewritten(CompilationUnitTree unit, SourcePositions positions, OriginalUnit original) {
        this.unit = unit;
        this.positions = positions;
        this.original = original;
    }

    /**
     * Whether members may have been added: each has the place of the annotation that asked for it, before the class or
     * inside of another member.
     */
    static boolean isLikely(CompilationUnitTree unit, SourcePositions positions) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .anyMatch(type -> isLikely((ClassTree) type, unit, positions));
    }

    private static boolean isLikely(ClassTree type, CompilationUnitTree unit, SourcePositions positions) {
        List<Tree> written = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            if (positions.getEndPosition(unit, member) >= 0) { // not added by javac
                written.add(member);
            }
        }
        written.sort(Comparator.comparingLong(member -> positions.getStartPosition(unit, member)));
        long last = -1; // a first field at the very start of the class is no further declarator of another
        long free = positions.getEndPosition(unit, type.getModifiers());
        for (Tree member : written) {
            long start = positions.getStartPosition(unit, member);
            boolean nextDeclarator = start == last && member instanceof VariableTree;
            if (start < free && !nextDeclarator
                    || member instanceof ClassTree nested && isLikely(nested, unit, positions)) {
                return true;
            }
            last = start;
            free = positions.getEndPosition(unit, member);
        }
        return false;
    }

    static List<Edit> edits(CompilationUnitTree unit, SourcePositions positions, OriginalUnit original) {
        Rewritten rewritten = new Rewritten(unit, positions, original);
        rewritten.members(unit.getTypeDecls(), original.tree().getTypeDecls());
        return List.copyOf(rewritten.edits);
    }

    /** Compares the members that are in the text; the others are given back. */
    private List<Tree> members(List<? extends Tree> now, List<? extends Tree> before) {
        Map<String, Tree> written = new HashMap<>();
        for (Tree member : before) {
            written.put(key(member, original.tree(), original.positions()), member);
        }
        List<Tree> added = new ArrayList<>();
        for (Tree member : now) {
            Tree text = written.get(key(member, unit, positions));
            if (text != null) {
                compare(member, text);
            } else if (positions.getEndPosition(unit, member) >= 0) { // not added by javac
                added.add(member);
            }
        }
        return added;
    }

    private static String key(Tree member, CompilationUnitTree unit, SourcePositions positions) {
        return positions.getStartPosition(unit, member) + " " + name(member);
    }

    private static String name(Tree member) {
        if (member instanceof VariableTree variable) {
            return variable.getName().toString();
        }
        if (member instanceof MethodTree method) {
            return method.getName() + "()";
        }
        return member instanceof ClassTree type
                ? "class " + type.getSimpleName()
                : member.getKind().toString();
    }

    private void compare(Tree now, Tree before) {
        if (now instanceof VariableTree field && before instanceof VariableTree text) {
            modifiers(field.getModifiers(), text.getModifiers(), text);
            if (!field.getType().toString().equals(text.getType().toString())) {
                edits.add(new Edit(
                        start(text.getType()),
                        end(text.getType()),
                        field.getType().toString()));
            }
        } else if (now instanceof MethodTree method && before instanceof MethodTree text) {
            modifiers(method.getModifiers(), text.getModifiers(), text);
        } else if (now instanceof ClassTree type && before instanceof ClassTree text) {
            modifiers(type.getModifiers(), text.getModifiers(), text);
            List<Tree> added = members(type.getMembers(), text.getMembers());
            if (!added.isEmpty()) {
                // After the constants of an enum a semicolon may be missing; elsewhere one more does no harm.
                String stubs = added.stream()
                        .map(member -> MemberStub.of(member, type))
                        .collect(Collectors.joining("\n", ";\n", "\n"));
                edits.add(Edit.insert(end(text) - 1, stubs));
            }
        }
    }

    private void modifiers(ModifiersTree now, ModifiersTree before, Tree text) {
        String missing = now.getFlags().stream()
                .filter(flag -> !before.getFlags().contains(flag))
                .map(Modifier::toString)
                .collect(Collectors.joining(" "));
        if (!missing.isEmpty()) {
            edits.add(Edit.insert(start(text), missing + " "));
        }
    }

    private int start(Tree tree) {
        return (int) original.positions().getStartPosition(original.tree(), tree);
    }

    private int end(Tree tree) {
        return (int) original.positions().getEndPosition(original.tree(), tree);
    }
}
