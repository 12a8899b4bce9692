package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Programs for tests, compiled by the lab's compiler. */
public final class Compiled {
    private static final LabCompiler COMPILER = new LabCompiler();

    private Compiled() {}

    /** What came of it: no errors. */
    static LabCompiler.Result result(String source) {
        LabCompiler.Result result = COMPILER.compile(source);
        assertThat(result.problems()).filteredOn(LabCompiler.Problem::error).isEmpty();
        return result;
    }

    /** All classes by binary name. */
    public static Map<String, byte[]> classes(String source) {
        return result(source).classes();
    }

    /** The facades. */
    public static Set<String> facades(String source) {
        return result(source).maps().keySet();
    }

    /** The class with {@code main}. */
    public static String main(String source) {
        return SourceText.of(source).main().binaryName();
    }

    /** The texts of all programs that come with the lab, by name. */
    public static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        Examples.all().forEach(example -> examples.put(example.name(), example.text()));
        return examples;
    }
}
