package dev.asyncfn.processor.parse;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the names of a file mean of Lombok, whose annotations the compiler's trees may have lost by now. */
public final class Lombok {
    private static final String PACKAGE = "lombok.";
    private static final Set<String> PACKAGES = Set.of("lombok.", "lombok.experimental.", "lombok.extern.");

    private final Set<String> imports = new HashSet<>();

    public Lombok(CompilationUnitTree unit) {
        for (ImportTree tree : unit.getImports()) {
            String imported = tree.getQualifiedIdentifier().toString();
            if (!tree.isStatic() && imported.startsWith(PACKAGE)) {
                imports.add(imported);
            }
        }
    }

    /** The name by which Lombok's documentation calls a class, if the file's name for it means one of Lombok's. */
    public Optional<String> meaning(String name) {
        if (name.startsWith(PACKAGE)) {
            return Optional.of(name.replaceFirst("^lombok\\.([a-z.]*\\.)?", ""));
        }
        String first = name.replaceFirst("\\..*", "");
        boolean imported = PACKAGES.stream().anyMatch(p -> imports.contains(p + first) || imports.contains(p + "*"));
        return imported ? Optional.of(name) : Optional.empty();
    }

    /** Whether a text may name something of Lombok's, in whatever way it is spelled. */
    public static boolean isNamed(String text) {
        return text.contains("lombok")
                || text.indexOf('\\') >= 0
                        && new UnicodeEscapes(text).translated().contains("lombok");
    }

    /** Whether the method throws checked exceptions that it does not declare. */
    public boolean throwsUndeclared(MethodDeclaration method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> meaning(annotation.getNameAsString())
                        .filter("SneakyThrows"::equals)
                        .isPresent());
    }

    /**
     * The text with {@code var} for Lombok's {@code val}, which means the same to all but an assignment; every offset
     * stays what it was.
     */
    static String withoutVal(String text, CompilationUnitTree unit) {
        Lombok lombok = new Lombok(unit);
        if (!isNamed(text)) {
            return text;
        }
        StringBuilder result = new StringBuilder(text);
        OriginalUnit original = OriginalUnit.parse(text);
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                Tree type = variable.getType();
                if (type != null
                        && lombok.meaning(type.toString()).filter("val"::equals).isPresent()) {
                    int start = (int) original.positions().getStartPosition(original.tree(), type);
                    int end = (int) original.positions().getEndPosition(original.tree(), type);
                    result.replace(start, end, "var" + " ".repeat(end - start - "var".length()));
                }
                return super.visitVariable(variable, null);
            }
        }.scan(original.tree(), null);
        return result.toString();
    }
}
