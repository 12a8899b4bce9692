package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The api and the runtime are OSGi bundles that say the same as their modules. */
class BundlesIT {
    private static final Set<String> PLATFORM = ModuleFinder.ofSystem().findAll().stream()
            .flatMap(module -> module.descriptor().packages().stream())
            .collect(Collectors.toSet());

    @Test
    void the_api_is_a_bundle_that_needs_nothing() throws IOException {
        Attributes headers = headers(Jars.API);
        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("dev.asyncfn");
        assertThat(headers.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(packages(headers, "Export-Package")).isEqualTo(exports(Jars.API));
        assertThat(packages(headers, "Import-Package")).allMatch(PLATFORM::contains);
    }

    @Test
    void the_runtime_is_a_bundle_that_needs_the_api() throws IOException {
        Attributes headers = headers(Jars.RUNTIME);
        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("dev.asyncfn.runtime");
        assertThat(packages(headers, "Export-Package")).isEqualTo(exports(Jars.RUNTIME));
        assertThat(packages(headers, "Import-Package"))
                .contains("dev.asyncfn")
                .allMatch(name -> name.startsWith("dev.asyncfn") || PLATFORM.contains(name));
        // As `requires static` in the module.
        assertThat(headers.getValue("Import-Package"))
                .contains("jdk.jfr;resolution:=optional", "javax.management;resolution:=optional");
    }

    @Test
    void each_jar_carries_the_licence() throws IOException {
        for (String jar : List.of(Jars.API, Jars.RUNTIME)) {
            try (JarFile file = new JarFile(jar)) {
                assertThat(file.getEntry("META-INF/LICENSE")).as(jar).isNotNull();
            }
        }
    }

    /** So that the same sources give the same jars. */
    @Test
    void no_header_depends_on_the_machine_or_the_time() throws IOException {
        for (String jar : List.of(Jars.API, Jars.RUNTIME)) {
            assertThat(headers(jar).keySet().stream().map(Object::toString))
                    .doesNotContain("Bnd-LastModified", "Built-By", "Tool");
        }
    }

    private static Attributes headers(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return file.getManifest().getMainAttributes();
        }
    }

    /** The names in a header, without their attributes. */
    private static List<String> packages(Attributes headers, String header) {
        String value = headers.getValue(header);
        return value == null
                ? List.of()
                : Stream.of(value.replaceAll("\"[^\"]*\"", "").split(","))
                        .map(entry -> entry.replaceFirst(";.*", "").strip())
                        .sorted()
                        .toList();
    }

    private static List<String> exports(String jar) {
        return ModuleFinder.of(Path.of(jar)).findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .toList();
    }
}
