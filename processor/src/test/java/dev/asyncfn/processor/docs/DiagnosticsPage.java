package dev.asyncfn.processor.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that lists what the processor says.
 *
 * @param header what the files of the page's examples start with
 */
record DiagnosticsPage(String header, List<Section> sections) {
    private static final String REMEDY = "**Instead**";

    /**
     * What the page has on one id.
     *
     * @param text its first line
     * @param examples that cause it
     * @param remedies that do not
     */
    record Section(String id, String text, List<PageExample> examples, List<PageExample> remedies) {
        @Override
        public String toString() {
            return id;
        }
    }

    static DiagnosticsPage read(Path page) {
        String header = null;
        List<Section> sections = new ArrayList<>();
        List<Markdown.Part> parts = Markdown.parts(page);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).heading(2) != null) {
                sections.add(section(parts.subList(i, end(parts, i)), header));
            } else if (sections.isEmpty() && parts.get(i).isBlock("java")) {
                header = parts.get(i).text();
            }
        }
        return new DiagnosticsPage(header, sections);
    }

    private static int end(List<Markdown.Part> parts, int start) {
        int end = start + 1;
        while (end < parts.size() && parts.get(end).heading(2) == null) {
            end++;
        }
        return end;
    }

    private static Section section(List<Markdown.Part> parts, String header) {
        Section section =
                new Section(parts.get(0).heading(2), parts.get(1).text(), new ArrayList<>(), new ArrayList<>());
        List<PageExample> list = section.examples();
        String label = "";
        PageExample library = null;
        for (Markdown.Part part : parts) {
            if (!part.isBlock("java")) {
                list = part.text().startsWith(REMEDY) ? section.remedies() : list;
                label = part.text();
                continue;
            }
            PageExample example = PageExample.of(label, part.text(), header, library);
            library = example.isLibrary() ? example : null;
            if (!example.isLibrary()) {
                list.add(example);
            }
            label = "";
        }
        return section;
    }
}
