package dev.asyncfn.samples.site;

import java.nio.file.Path;

/** Where the files of the project are in the site. All addresses are paths from the root of the site, with slashes. */
final class Address {
    static final String DIAGNOSTICS = "processor/DIAGNOSTICS.md";
    private static final String README = "README.md";

    private Address() {}

    /** The page about a file or folder of the project; a picture is itself. */
    static String of(String file, boolean isFolder) {
        if (file.endsWith(README)) {
            return file.substring(0, file.length() - README.length()) + "index.html";
        }
        if (file.endsWith(".md")) {
            return file.substring(0, file.length() - "md".length()) + "html";
        }
        if (isPicture(file)) {
            return file;
        }
        return isFolder ? file + "/files.html" : file + ".html";
    }

    /** Of the part of the diagnostics page that is about an id. */
    static String ofDiagnostic(String id) {
        return "processor/diagnostics/" + id + ".html";
    }

    static String ofExplorer(String page) {
        return "explorer/" + page;
    }

    static boolean isPicture(String file) {
        return file.endsWith(".svg") || file.endsWith(".png");
    }

    /** From one page to another. */
    static String relative(String from, String to) {
        Path folder = Path.of("/" + from).getParent();
        return folder.relativize(Path.of("/" + to)).toString().replace('\\', '/');
    }

    /** What a link of a file of the project leads to, as a file of the project. */
    static String resolved(String file, String link) {
        String path = Path.of("/" + file).resolveSibling(link).normalize().toString();
        return path.substring(1).replace('\\', '/');
    }
}
