package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.BlockRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names states. Where several have one role, they are told apart by what the role knows: for an await the variable, an argument, or where
 * it stands. Where nothing tells them apart, the line does. A long name is cut, if possible behind a word.
 */
final class StateNaming {
    /** So that a line with a name and little else has room. */
    private static final int LONGEST = 40;

    private static final List<String> TERMINALS = List.of("START", "DONE", "PANICKED", "DROPPED");

    private final Set<String> taken = new HashSet<>();
    private final Map<Block, String> names = new IdentityHashMap<>();

    private StateNaming() {}

    /**
     * The names of states.
     *
     * @param first the first block of each state, the start's first
     */
    static Map<Block, String> of(List<Block> first) {
        StateNaming naming = new StateNaming();
        naming.taken.addAll(TERMINALS);
        naming.names.put(first.get(0), "START");
        Map<String, List<Block>> byRole = new LinkedHashMap<>();
        first.stream()
                .skip(1)
                .forEach(block -> byRole.computeIfAbsent(name(block), r -> new ArrayList<>())
                        .add(block));
        byRole.values().stream().filter(alike -> alike.size() == 1).forEach(naming::tellApart);
        byRole.values().stream().filter(alike -> alike.size() > 1).forEach(naming::tellApart);
        return naming.names;
    }

    private void tellApart(List<Block> alike) {
        List<Block> rest = new ArrayList<>(alike);
        int most = alike.stream()
                .mapToInt(block -> block.role().alternatives().size())
                .max()
                .orElse(0);
        for (int i = 0; i < most && rest.size() > 1; i++) {
            byAlternative(i, rest);
        }
        if (rest.size() == 1 && taken.add(name(rest.get(0)))) {
            names.put(rest.get(0), name(rest.get(0)));
            return;
        }
        rest.forEach(this::byLine);
    }

    /** Names those of which no other has the same alternative. */
    private void byAlternative(int index, List<Block> rest) {
        Map<String, Integer> found = new HashMap<>();
        rest.forEach(block -> found.merge(alternative(block.role(), index), 1, Integer::sum));
        rest.removeIf(block -> {
            String name = alternative(block.role(), index);
            boolean tells = !name.isEmpty() && found.get(name) == 1 && taken.add(name);
            if (tells) {
                names.put(block, name);
            }
            return tells;
        });
    }

    private static String alternative(BlockRole role, int index) {
        return index < role.alternatives().size()
                ? shortened(role.alternatives().get(index))
                : "";
    }

    private static String name(Block block) {
        return shortened(block.role().name());
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int word = name.lastIndexOf('_', LONGEST);
        int end =
                word > LONGEST / 2 ? word : Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end);
    }

    private void byLine(Block block) {
        String wish = name(block) + "_" + block.line();
        String name = wish;
        for (int n = 2; !taken.add(name); n++) {
            name = wish + "_" + n;
        }
        names.put(block, name);
    }
}
