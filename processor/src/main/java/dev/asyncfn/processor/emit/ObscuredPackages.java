package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.parse.Tokens;
import dev.asyncfn.processor.plan.Qualifiers;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Packages that stand before the names of their classes in a file, while variables have the first name of the package:
 * such a variable would be meant (JLS 6.4.2). Where all classes are imported, no package can be obscured.
 */
final class ObscuredPackages {
    private ObscuredPackages() {}

    /**
     * Their first names.
     *
     * @param outline what JavaPoet printed
     */
    static Set<String> in(String outline, Bodies bodies, Collection<StateMachine> machines) {
        List<Tokens> tokens =
                machines.stream().map(machine -> machine.fn().source().tokens()).toList();
        String types = Skeleton.of(outline.substring(outline.indexOf("\n/**")), bodies, tokens); // behind the imports
        Set<String> obscured = new TreeSet<>();
        for (StateMachine machine : machines) {
            Set<String> variables = variables(machine);
            for (String packageName : machine.fn().names().packages()) {
                String root = Qualifiers.root(packageName);
                if (variables.contains(root) && stands(packageName, types)) {
                    obscured.add(root);
                }
            }
        }
        return obscured;
    }

    private static Set<String> variables(StateMachine machine) {
        Set<String> variables = new HashSet<>(machine.names());
        variables.addAll(machine.fn().names().variables());
        machine.awaits().map(End.Await::name).forEach(variables::add);
        return variables;
    }

    private static boolean stands(String packageName, String text) {
        String qualifier = packageName + ".";
        for (int at = text.indexOf(qualifier); at >= 0; at = text.indexOf(qualifier, at + 1)) {
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            if (!Character.isJavaIdentifierPart(before) && before != '.' && before != '"') {
                return true;
            }
        }
        return false;
    }
}
