package dev.asyncfn.processor.emit;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What javac warns of in a body it says once, in the user's file, and what the user has allowed it does not say at all. */
class RepeatedWarningsTest {
    private static List<Diagnostic<? extends JavaFileObject>> warnings(String file) {
        return javac().withProcessors(new AsyncFnProcessor())
                .withOptions("-Xlint:all,-processing,-options", "-Xmaxwarns", "1000")
                .compile(JavaFileObjects.forResource("sources/warnings/" + file))
                .warnings();
    }

    @Test
    void theGeneratedClassGivesNoneOfItsOwn() {
        List<String> kinds = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> warning : warnings("Warned.java")) {
            assertThat(warning.getSource().getName())
                    .as(warning.getMessage(Locale.ROOT))
                    .endsWith("Warned.java");
            kinds.add(warning.getCode());
        }
        assertThat(kinds)
                .contains(
                        "compiler.warn.redundant.cast",
                        "compiler.warn.raw.class.use",
                        "compiler.warn.unchecked.call.mbr.of.raw.type",
                        "compiler.warn.div.zero",
                        "compiler.warn.empty.if",
                        "compiler.warn.static.not.qualified.by.type",
                        "compiler.warn.missing.SVUID",
                        "compiler.warn.override.equals.but.not.hashcode",
                        "compiler.warn.strictfp",
                        "compiler.warn.try.resource.not.referenced",
                        "compiler.warn.unchecked.generic.array.creation");
    }

    @Test
    void norOfWhatStandsOutsideTheBody() {
        List<String> kinds = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> warning : warnings("RawSignatures.java")) {
            assertThat(warning.getSource().getName())
                    .as(warning.getMessage(Locale.ROOT))
                    .endsWith("RawSignatures.java");
            kinds.add(warning.getCode());
        }
        assertThat(kinds)
                .contains(
                        "compiler.warn.raw.class.use",
                        "compiler.warn.unchecked.call.mbr.of.raw.type",
                        "compiler.warn.potentially.ambiguous.overload",
                        "compiler.warn.prob.found.req");
    }

    @Test
    void whatIsAllowedInsideABodyIsAllowedInTheGeneratedClass() {
        assertThat(warnings("Suppressed.java")).isEmpty();
    }
}
