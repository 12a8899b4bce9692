package dev.asyncfn.processor.emit;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.SystemPropertyTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTrees;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Name;

/**
 * The words of the user's Javadoc for a comment elsewhere. Its references would not be found there, and its mistakes
 * would be reported there again; so no tag and no element is left of it, and nothing behind the first paragraph.
 */
final class DocText {
    private static final Set<String> INLINE = Set.of(
            ("a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong"
                            + " sub sup tt u var")
                    .split(" "));
    private static final Pattern BLANK_LINE = Pattern.compile("(\r\n?|\n)[ \t]*(\r\n?|\n)");
    private static final Pattern CODE_SPAN = Pattern.compile("(`+)(.+?)\\1", Pattern.DOTALL);

    private final DocTrees trees;
    private final StringBuilder out = new StringBuilder();

    private DocText(DocTrees trees) {
        this.trees = trees;
    }

    /** The first paragraph as one line that can stand in any Javadoc; empty if there is none. */
    static String firstParagraph(List<? extends DocTree> content, DocTrees trees) {
        DocText text = new DocText(trees);
        for (DocTree tree : content) {
            if (!text.add(tree)) {
                break;
            }
        }
        return harmless(text.out.toString().replaceAll("\\s+", " ").strip());
    }

    /** Returns whether the paragraph continues. */
    private boolean add(DocTree tree) {
        if (tree instanceof TextTree text) {
            return addUpToBlankLine(text.getBody(), words -> out.append(escaped(words)));
        }
        if (tree.getKind().name().equals("MARKDOWN")) { // since JDK 23
            return addUpToBlankLine(tree.toString(), this::addMarkdown);
        }
        if (tree instanceof StartElementTree element) {
            return isInParagraph(element.getName());
        }
        if (tree instanceof EndElementTree element) {
            return isInParagraph(element.getName());
        }
        addInline(tree);
        return true;
    }

    private boolean isInParagraph(Name element) {
        return out.toString().isBlank() || INLINE.contains(element.toString().toLowerCase(Locale.ROOT));
    }

    private boolean addUpToBlankLine(String text, Consumer<String> words) {
        String[] parts = BLANK_LINE.split(out.toString().isBlank() ? text.stripLeading() : text, 2);
        words.accept(parts[0]);
        return parts.length == 1;
    }

    private void addMarkdown(String text) {
        Matcher code = CODE_SPAN.matcher(text);
        int end = 0;
        for (; code.find(); end = code.end()) {
            out.append(escaped(text.substring(end, code.start()))).append(code(code.group(2)));
        }
        out.append(escaped(text.substring(end)));
    }

    private void addInline(DocTree tree) {
        if (tree instanceof LiteralTree literal) {
            String text = literal.getBody().getBody();
            out.append(tree.getKind() == DocTree.Kind.CODE ? code(text) : escaped(text));
        } else if (tree instanceof EntityTree entity) {
            String characters = trees.getCharacters(entity);
            out.append(escaped(characters == null ? entity.toString() : characters));
        } else if (tree instanceof LinkTree link) {
            String label = firstParagraph(link.getLabel(), trees);
            out.append(label.isEmpty() ? code(nameOf(link.getReference())) : label);
        } else if (tree instanceof ValueTree value && value.getReference() != null) {
            out.append(code(nameOf(value.getReference())));
        } else if (tree instanceof IndexTree index) {
            add(index.getSearchTerm());
        } else if (tree instanceof SystemPropertyTree property) {
            out.append(code(property.getPropertyName().toString()));
        } else if (tree instanceof SummaryTree summary) {
            summary.getSummary().forEach(this::add);
        } else if (tree instanceof ReturnTree result) {
            out.append("Returns ");
            result.getDescription().forEach(this::add);
            out.append('.');
        } else if (tree instanceof UnknownInlineTagTree unknown) {
            unknown.getContent().forEach(this::add);
        } else if (tree instanceof ErroneousTree mistake) {
            out.append(escaped(mistake.getBody()));
        }
    }

    private static String nameOf(ReferenceTree reference) {
        return reference.getSignature().replaceFirst("^#", "").replace('#', '.');
    }

    /** A piece of code. */
    static String code(String text) {
        boolean plain = text.chars().noneMatch(c -> "{}@".indexOf(c) >= 0)
                && harmless(text).equals(text);
        return plain ? "{@code " + text.strip() + "}" : "<code>" + escaped(text.strip()) + "</code>";
    }

    /** Text that means itself in HTML and in Javadoc. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;");
    }

    /** Javadoc that neither ends its comment nor holds what may be half a Unicode escape. */
    static String harmless(String doc) {
        return doc.replace("*/", "*&#47;").replace("\\u", "&#92;u");
    }
}
