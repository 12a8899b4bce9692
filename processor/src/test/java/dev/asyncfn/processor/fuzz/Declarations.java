package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The members that only some programs need, in the order in which they were first needed. */
final class Declarations {
    private final Set<String> needed = new LinkedHashSet<>();

    /** @param members of the program's class */
    void need(String members) {
        needed.add(members);
    }

    /** Each is an item, since shrinking may find that it is needed no more. */
    List<Tree> items() {
        List<Tree> items = new ArrayList<>();
        needed.forEach(members -> items.add(Tree.item(members)));
        return items;
    }
}
