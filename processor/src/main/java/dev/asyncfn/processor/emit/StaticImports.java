package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The static members that a generated file imports, as the user's file does. */
final class StaticImports {
    /** The names of the methods of large bodies. */
    private static final Pattern PARTS = Pattern.compile("part\\d+|parts\\d+To\\d+|release\\d+");

    private final Set<String> hidden;
    private final Map<String, ClassName> owners = new TreeMap<>();

    /** @param hidden the names of the generated classes' own members: an imported one would not be found */
    StaticImports(Set<String> hidden) {
        this.hidden = new TreeSet<>(hidden);
    }

    void add(ClassName owner, String name) {
        if (!hidden.contains(name) && !PARTS.matcher(name).matches()) {
            owners.putIfAbsent(name, owner);
        }
    }

    void addTo(JavaFile.Builder file) {
        owners.forEach((name, owner) -> file.addStaticImport(owner, name));
    }
}
