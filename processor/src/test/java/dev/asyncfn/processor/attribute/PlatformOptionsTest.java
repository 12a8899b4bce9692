package dev.asyncfn.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.attribute.AttributionResult.Attributed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The inner compilation has the outer one's language and platform. */
class PlatformOptionsTest {
    private static void attributes(List<String> options, String imports, String body) {
        String text =
                imports + " class T { @dev.asyncfn.AsyncFn Object fn(Object o) throws Exception { " + body + " } }";
        Probe.run(
                options,
                List.of(Probe.source("T", text)),
                probe -> assertThat(probe.result("fn")).isInstanceOf(Attributed.class));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void anOlderReleaseHasItsOwnPlatform() {
        String text = "class T { @dev.asyncfn.AsyncFn void fn() {} }";
        Probe.run(
                List.of("--release", "17"),
                List.of(Probe.source("T", text)),
                probe -> assertThat(probe.attribution("fn").elements().getTypeElement("java.util.SequencedCollection"))
                        .isNull());
        Probe.run(
                List.of("-source", "17"),
                List.of(Probe.source("T", text)),
                probe -> assertThat(probe.attribution("fn").elements().getTypeElement("java.util.SequencedCollection"))
                        .isNotNull());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25, max = JRE.JAVA_25)
    void previewFeaturesAreKnown() {
        String primitivePattern = "return switch (3L) { case 3L -> o; default -> null; };";
        attributes(List.of("--enable-preview", "--release", "25"), "", primitivePattern);
    }

    @Test
    void modulesThatMustBeAskedForAreThere() {
        attributes(
                List.of("--add-modules", "jdk.incubator.vector"),
                "import jdk.incubator.vector.*;",
                "return IntVector.SPECIES_PREFERRED;");
    }

    @Test
    void packagesThatWereExportedByOptionAreVisible() {
        attributes(
                List.of(
                        "--add-exports",
                        "java.base/sun.security.x509=ALL-UNNAMED",
                        "--add-exports",
                        "java.base/jdk.internal.misc=ALL-UNNAMED"),
                "import sun.security.x509.X500Name;",
                "return new X500Name(\"\").getCommonName() + jdk.internal.misc.VM.maxDirectMemory();");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void modulesOfThePlatformCanBeImported() {
        attributes(List.of(), "import module java.base;", "return List.of(Map.of());");
    }
}
