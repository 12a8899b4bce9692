package dev.asyncfn.samples.site;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DocumentationTool;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of the two modules. */
final class ApiDocs {
    private ApiDocs() {}

    static void write(Path root, Path folder) throws IOException {
        DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                folder.toString(),
                "--module-source-path",
                "dev.asyncfn=" + root.resolve("api/src/main/java"),
                "--module-source-path",
                "dev.asyncfn.runtime=" + root.resolve("runtime/src/main/java"),
                "--module",
                "dev.asyncfn,dev.asyncfn.runtime",
                "-Xdoclint:none",
                "-encoding",
                "UTF-8",
                "-notimestamp",
                "-quiet");
        try (StandardJavaFileManager files = javadoc.getStandardFileManager(null, null, null)) {
            if (!javadoc.getTask(messages, files, null, null, options, null).call()) {
                throw new IOException("javadoc fails:\n" + messages);
            }
        }
    }
}
