package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Member classes that are the user's own text. JavaPoet prints no raw members, but it does print raw initializers: the
 * class is printed inside one, where its imports are collected, and then freed of the braces around it.
 */
final class Lifted {
    private static final String BEGIN = "/*asyncfn:lifted*/";
    private static final String END = "/*asyncfn:end*/";
    private static final Pattern WRAPPED = Pattern.compile(
            "(?ms)^( *)\\{\\n *" + Pattern.quote(BEGIN) + "\\n(.*?)\\n *" + Pattern.quote(END) + "\\n\\1\\}\\n");

    private static final String RESERVED = "asyncfn:reserved";
    private static final Pattern RESERVATION =
            Pattern.compile("(?m)^\\n *\\Q/**\\E\\n *\\* " + RESERVED + "\\n *\\Q*/\\E\\n *class \\S+ \\{\\n *\\}\\n");

    private Lifted() {}

    static CodeBlock mark(CodeBlock declaration) {
        return CodeBlock.builder()
                .add("$L\n", BEGIN)
                .add(declaration)
                .add("\n$L\n", END)
                .build();
    }

    /** By it JavaPoet knows that the name is taken here; it is printed, and then taken out. */
    static TypeSpec reserved(String name) {
        return TypeSpec.classBuilder(name).addJavadoc(RESERVED).build();
    }

    static String unwrap(String file, String indent) {
        return WRAPPED.matcher(RESERVATION.matcher(file).replaceAll(""))
                .replaceAll(match -> Matcher.quoteReplacement(match.group(2).replaceAll("(?m)^" + indent, "") + "\n"));
    }
}
