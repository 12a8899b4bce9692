package dev.asyncfn.samples.site;

import java.util.LinkedHashMap;
import java.util.Map;

/** What surrounds the text of each page. */
final class Template {
    static final String STYLE = "style.css";

    private final Map<String, String> ways = new LinkedHashMap<>();

    /** Adds a link that is on all pages. */
    void link(String name, String address) {
        ways.put(name, address);
    }

    String page(String address, String title, String text) {
        StringBuilder links = new StringBuilder();
        ways.forEach(
                (name, to) -> links.append("<a href=\"%s\">%s</a>\n".formatted(Address.relative(address, to), name)));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <nav aria-label="Site">
                %s</nav>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escaped(title), Address.relative(address, STYLE), links, text);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
