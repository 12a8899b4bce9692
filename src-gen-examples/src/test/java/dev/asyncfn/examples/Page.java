package dev.asyncfn.examples;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of a folder. What can become wrong in it is not written by hand: it stands between {@code <!-- ... -->}, which says what it is, and
 * {@code <!-- end -->}, and is made again from the sources, the maps and a run.
 */
record Page(Folder folder, String text) {
    private static final Pattern PART =
            Pattern.compile("(?m)^( *)<!-- (\\w+)(?: (.*?))? -->\\n((?s:.*?))^ *<!-- end -->\\n");
    private static final Pattern TITLE = Pattern.compile("^# (.*)$", Pattern.MULTILINE);
    private static final Pattern SUMMARY = Pattern.compile("^# .*\\n\\n((?:.+\\n)+)", Pattern.MULTILINE);
    private static final String BOOK = "../README.md";

    static Page of(Folder folder) {
        return new Page(folder, Folder.read(folder.page()).replace("\r\n", "\n"));
    }

    String title() {
        return group(TITLE);
    }

    /** Its first paragraph, in one line. */
    String summary() {
        return group(SUMMARY).strip().replace('\n', ' ');
    }

    private String group(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(folder + " has no " + pattern);
        }
        return matcher.group(1);
    }

    /** The async fns whose pictures it shows. */
    List<Fn> pictures() {
        return PART.matcher(text)
                .results()
                .filter(part -> part.group(2).equals("picture"))
                .map(part -> fn(part.group(3)))
                .toList();
    }

    /** The page with all these parts as they should be. */
    String upToDate() {
        return PART.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(
                        indented(part.group(1), made(part.group(2), part.group(3), part.group(4)))));
    }

    private static String indented(String indentation, String text) {
        return text.replaceAll("(?m)^(?=.)", indentation);
    }

    private static String header(String kind, String argument) {
        return "<!-- " + kind + (argument == null ? "" : " " + argument) + " -->\n";
    }

    private String made(String kind, String argument, String present) {
        return header(kind, argument) + content(kind, argument, present.replaceAll("(?m)^ +(?=```)", ""))
                + "<!-- end -->\n";
    }

    private String content(String kind, String argument, String present) {
        return switch (kind) {
            case "code" -> block("java", code(argument));
            case "picture" -> picture(fn(argument));
            case "states" -> states(fn(argument));
            case "fields" -> fields(fn(argument));
            case "run" -> block("sh", command());
            case "output" -> isOfAnotherJdk(argument) ? present : block("text", Run.output(folder.mainClass()));
            case "ways" -> ways();
            default -> throw new IllegalStateException(folder + " asks for " + kind);
        };
    }

    private static String block(String language, String content) {
        return "\n```" + language + "\n" + content + "```\n\n";
    }

    private String code(String argument) {
        int colon = argument.indexOf(": ");
        return Snippet.of(folder.path().resolve(argument.substring(0, colon)), argument.substring(colon + 2))
                .text();
    }

    private String command() {
        return "mvn -B -ntp -q -pl src-gen-examples -am compile exec:exec -Dexec.mainClass=" + folder.mainClass()
                + "\n";
    }

    /** What javac and javap print may differ from JDK to JDK: such an output is that of one of them. */
    private static boolean isOfAnotherJdk(String jdk) {
        return jdk != null && Integer.parseInt(jdk) != Runtime.version().feature();
    }

    private Fn fn(String name) {
        return folder.fns().stream()
                .filter(fn -> fn.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(folder + " has no async fn " + name));
    }

    static String fileOf(Fn picture) {
        return picture.name() + ".svg";
    }

    private static String picture(Fn fn) {
        return "\n![The states of %s: %s](%s)\n\n"
                .formatted(fn.name(), Picture.description(fn).replaceAll("([\\[\\]<>`*_|\\\\])", "\\\\$1"), fileOf(fn));
    }

    private static String states(Fn fn) {
        StringBuilder table = new StringBuilder("\n| state | lines | waits for | keeps |\n|---|---|---|---|\n");
        fn.states().stream()
                .filter(state -> !state.isEnd())
                .forEach(state -> table.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                state.id(),
                                state.lines(),
                                state.awaits().isEmpty() ? "" : code(List.of(state.awaits())),
                                code(state.keeps()))));
        String ends = fn.states().stream()
                .filter(Fn.State::isEnd)
                .map(state -> "`" + state.id() + "`")
                .collect(Collectors.joining(", "));
        return table.append("\nAnd, in every async fn: ")
                .append(ends)
                .append(".\n\n")
                .toString();
    }

    private static String fields(Fn fn) {
        StringBuilder table = new StringBuilder("\n| variable | field? | why |\n|---|---|---|\n");
        fn.fields().forEach(field -> table.append(row(field, "yes")));
        fn.locals().forEach(local -> table.append(row(local, "no")));
        return table.append("\n").toString();
    }

    private static String row(Fn.Variable variable, String isField) {
        return "| `%s` | %s | %s |\n"
                .formatted(variable.name(), isField, variable.why().replace("|", "\\|"));
    }

    private static String code(List<String> texts) {
        return texts.stream().map(text -> "`" + text.replace("|", "\\|") + "`").collect(Collectors.joining(", "));
    }

    /** To the pages before and after. */
    private String ways() {
        List<Folder> lessons = Folder.lessons();
        int here = lessons.indexOf(folder);
        String before = here == 0 ? "" : link("Back", lessons.get(here - 1)) + " · ";
        String after = here == lessons.size() - 1 ? "" : " · " + link("Next", lessons.get(here + 1));
        return "\n" + before + "[Contents](" + BOOK + ")" + after + "\n\n";
    }

    private static String link(String word, Folder lesson) {
        return "%s: [%s](../%s/README.md)".formatted(word, of(lesson).title(), lesson);
    }
}
