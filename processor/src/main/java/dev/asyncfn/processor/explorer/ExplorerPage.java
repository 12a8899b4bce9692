package dev.asyncfn.processor.explorer;

import dev.asyncfn.processor.map.FacadeMap;
import dev.asyncfn.processor.map.MapText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page about a facade: one file, which loads nothing. */
public final class ExplorerPage {
    private static final String TEMPLATE = "page.html";
    private static final String TITLE = "@TITLE@";
    private static final String MAP = "@MAP@";

    private ExplorerPage() {}

    /**
     * The HTML text.
     *
     * @throws UncheckedIOException if the program of the page cannot be read from the processor's jar
     */
    public static String of(FacadeMap map) {
        String titled = replace(template(), TITLE, map.name()); // identifiers and dots need no escapes
        return replace(titled, MAP, harmless(MapText.of(map)));
    }

    private static String template() {
        try (InputStream in = ExplorerPage.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IOException(TEMPLATE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replace(String text, String place, String content) {
        int start = text.indexOf(place);
        return text.substring(0, start) + content + text.substring(start + place.length());
    }

    /** In JSON an angle bracket stands only in strings, where it can be escaped; in HTML it could end the script. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c");
    }
}
