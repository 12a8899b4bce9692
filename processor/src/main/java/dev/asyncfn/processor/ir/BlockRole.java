package dev.asyncfn.processor.ir;

import java.util.List;

/**
 * The purpose of a block, by which its state is named.
 *
 * @param name such as {@code LOOP} or {@code AWAIT_READ_DATA}
 * @param alternatives longer names for where several states have that one, the best first; one that is not to be had is empty
 */
public record BlockRole(String name, List<String> alternatives) {
    public BlockRole {
        alternatives = List.copyOf(alternatives);
    }

    public static BlockRole of(String name) {
        return new BlockRole(name, List.of());
    }

    /** The role with a word behind its name as its only alternative. */
    public static BlockRole of(String name, String word) {
        return new BlockRole(name, word.isEmpty() ? List.of() : List.of(name + "_" + word));
    }

    @Override
    public String toString() {
        return name;
    }
}
