package dev.asyncfn.samples.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** All pages of the project as files that a browser shows without a server. */
final class Site {
    private static final String BENCHMARKS = "runtime/BENCHMARKS.md";
    private static final String EXPLORER = "explorer/index.html";
    private static final String JAVADOC = "javadoc/index.html";

    private final Project project;
    private final Path folder;
    private final Links links;
    private final Template template = new Template();

    Site(Project project, Path folder) {
        this.project = project;
        this.folder = folder;
        this.links = new Links(project);
        template.link("asyncfn", "index.html");
        template.link("The book", "src-gen-examples/index.html");
        template.link("Explorer", EXPLORER);
        template.link("Diagnostics", Address.of(Address.DIAGNOSTICS, false));
        template.link("Runtime", "runtime/index.html");
        if (project.exists(BENCHMARKS)) {
            template.link("Benchmarks", Address.of(BENCHMARKS, false));
        }
        template.link("Javadoc", JAVADOC);
    }

    void make() throws IOException {
        for (String page : project.pages()) {
            page(page);
        }
        diagnostics();
        explorer();
        for (String file : links.toShow()) {
            file(file);
        }
        try (InputStream style = Site.class.getResourceAsStream(Template.STYLE)) {
            write(Template.STYLE, new String(style.readAllBytes(), StandardCharsets.UTF_8));
        }
        ApiDocs.write(project.root(), folder.resolve("javadoc"));
    }

    private void page(String file) throws IOException {
        String text = project.read(file);
        String address = Address.of(file, false);
        write(address, template.page(address, Markdown.title(text), html(text, file, address) + explorerPages(file)));
    }

    private String html(String text, String file, String address) {
        return Markdown.html(text, link -> links.of(link, file, address));
    }

    /** Links from a lesson to the explorer's pages about its classes. */
    private String explorerPages(String file) {
        String address = Address.of(file, false);
        String folderOfLesson = file.replace("src-gen-examples/", "").replace("README.md", "");
        StringBuilder list = new StringBuilder();
        for (String page : project.explorerPages()) {
            if (page.startsWith(folderOfLesson) && !folderOfLesson.isEmpty()) {
                list.append("<li><a href=\"%s\">%s</a></li>\n"
                        .formatted(Address.relative(address, Address.ofExplorer(page)), name(page)));
            }
        }
        return list.isEmpty() ? "" : "<h2>In the explorer</h2>\n<ul>\n" + list + "</ul>\n";
    }

    private static String name(String explorerPage) {
        return explorerPage.substring(explorerPage.lastIndexOf('/') + 1).replace(".explorer.html", "");
    }

    private void diagnostics() throws IOException {
        String page = project.read(Address.DIAGNOSTICS);
        for (var section : Diagnostics.of(page).sections().entrySet()) {
            String address = Address.ofDiagnostic(section.getKey());
            String back = Address.relative(address, Address.of(Address.DIAGNOSTICS, false));
            write(
                    address,
                    template.page(
                            address,
                            section.getKey(),
                            html(section.getValue(), Address.DIAGNOSTICS, address)
                                    + "<p><a href=\"%s\">All errors and warnings</a></p>\n".formatted(back)));
        }
    }

    private void explorer() throws IOException {
        List<String> pages = project.explorerPages();
        if (pages.isEmpty()) {
            throw new IOException(
                    "there are no pages in " + project.explorerFolder() + ": compile src-gen-examples first");
        }
        StringBuilder list = new StringBuilder("<h1>Async fns in the explorer</h1>\n"
                + "<p>Source and generated class side by side, the states, and a player.</p>\n<ul>\n");
        for (String page : pages) {
            Path copy = folder.resolve(Address.ofExplorer(page));
            Files.createDirectories(copy.getParent());
            Files.copy(project.explorerFolder().resolve(page), copy, StandardCopyOption.REPLACE_EXISTING);
            list.append("<li><a href=\"%s\">%s</a></li>\n".formatted(page, page.replace(".explorer.html", "")));
        }
        write(EXPLORER, template.page(EXPLORER, "Explorer", list + "</ul>\n"));
    }

    /** A source, a folder or a picture that some page links. */
    private void file(String file) throws IOException {
        String address = Address.of(file, project.isFolder(file));
        if (Address.isPicture(file)) {
            write(address, project.read(file));
        } else if (project.isFolder(file)) {
            StringBuilder list = new StringBuilder("<h1>" + Template.escaped(file) + "</h1>\n<ul>\n");
            project.entries(file).forEach(entry -> list.append("<li>" + Template.escaped(entry) + "</li>\n"));
            write(address, template.page(address, file, list + "</ul>\n"));
        } else {
            String text = "<h1>%s</h1>\n<pre><code>%s</code></pre>\n"
                    .formatted(Template.escaped(file), Template.escaped(project.read(file)));
            write(address, template.page(address, file, text));
        }
    }

    private void write(String address, String text) throws IOException {
        Path file = folder.resolve(address);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
