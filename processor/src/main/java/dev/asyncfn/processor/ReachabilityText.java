package dev.asyncfn.processor;

import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Tells GraalVM's native-image what generated code and the api find by name: members that bridges reach, of all
 * classes in the outermost one around an async fn, whose methods the api also lists to find overrides; the classes that fill tables; and futures,
 * by the frames of stack traces.
 */
final class ReachabilityText {
    private static final String MEMBERS =
            ", \"allDeclaredConstructors\": true, \"allDeclaredMethods\": true, \"allDeclaredFields\": true";

    private ReachabilityText() {}

    /**
     * @param facade the binary name of the facade
     * @param lines the text about its lines, which names its futures
     */
    static String of(Elements elements, TypeElement owner, String facade, String lines) {
        List<String> entries = new ArrayList<>();
        related(owner)
                .forEach(type -> entries.add(entry(elements.getBinaryName(type).toString(), MEMBERS)));
        lines.lines()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals("future") || words[0].equals("block"))
                .forEach(words -> entries.add(entry(facade + "$" + words[1], "")));
        entries.add(entry(facade, ""));
        entries.add(entry(facade + "$Entries", "")); // asked for, whether it is there or not
        return "{\n  \"reflection\": [\n" + String.join(",\n", entries) + "\n  ]\n}\n";
    }

    /** The classes that may use each other's private members. */
    private static List<TypeElement> related(TypeElement owner) {
        List<TypeElement> related = new ArrayList<>();
        add(Naming.outermost(owner), related);
        return related;
    }

    private static void add(TypeElement type, List<TypeElement> to) {
        to.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> add(nested, to));
    }

    private static String entry(String type, String more) {
        String name = type.chars()
                .mapToObj(c -> c > ' ' && c < 127 ? "" + (char) c : String.format("\\u%04x", c))
                .collect(Collectors.joining());
        return "    { \"type\": \"" + name + "\"" + more + " }";
    }
}
