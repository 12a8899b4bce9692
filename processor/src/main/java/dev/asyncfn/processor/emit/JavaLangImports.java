package dev.asyncfn.processor.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which classes of {@code java.lang} a generated file imports: those that a class of its package would hide. */
final class JavaLangImports {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import java\\.lang\\.(\\w+);\\n");
    private static final Pattern GAP = Pattern.compile("\\n{3,}");

    private final Neighbours neighbours;

    /** @param neighbours the classes of the file's package */
    JavaLangImports(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** The file without the imports that it does not need. JavaPoet knows no class of the package but those it names. */
    String prune(String file) {
        int types = file.indexOf("\n/**"); // the facade has Javadoc
        String needed = IMPORT.matcher(file.substring(0, types))
                .replaceAll(found -> neighbours.include(found.group(1)) ? Matcher.quoteReplacement(found.group()) : "");
        return GAP.matcher(needed).replaceAll("\n\n") + file.substring(types);
    }
}
