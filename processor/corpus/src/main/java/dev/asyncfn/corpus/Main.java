package dev.asyncfn.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the unit tests of libraries through futures made of their methods, and writes a report. */
public final class Main {
    private Main() {}

    /**
     * With {@code -Dcorpus.compileOnly=true} no tests run.
     *
     * @param args the folder of the jars, the folder for all results, and the libraries' names between commas
     */
    public static void main(String[] args) throws IOException {
        Path jars = Path.of(args[0]).toAbsolutePath();
        Path output = Path.of(args[1]).toAbsolutePath();
        List<Outcome> outcomes = new ArrayList<>();
        for (String name : args[2].split(",")) {
            Path folder = output.resolve(name);
            Library library = Libraries.named(name);
            if (!library.isCompilable()) {
                System.out.println(name + " needs JDK " + library.release());
                continue;
            }
            boolean tested = !Boolean.getBoolean("corpus.compileOnly");
            Outcome outcome = new Trial(tested ? library : library.withoutTests(), jars, folder).run();
            Files.writeString(folder.resolve("report.txt"), outcome.details());
            outcomes.add(outcome);
        }
        String table = Outcome.table(outcomes);
        Files.writeString(output.resolve("report.md"), table);
        System.out.print(table);
        System.exit(outcomes.stream().allMatch(Outcome::isGood) ? 0 : 1);
    }
}
