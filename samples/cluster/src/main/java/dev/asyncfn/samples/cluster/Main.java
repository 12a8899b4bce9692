package dev.asyncfn.samples.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the {@link Proof} and prints what it found. The argument is the number of requests. The exit code is 0 if nothing is lost. */
public final class Main {
    private static final int REQUESTS = 600;

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("asyncfn-cluster");
        Findings findings;
        try (Proof proof = new Proof(folder, System.out)) {
            findings = proof.run(args.length == 0 ? REQUESTS : Integer.parseInt(args[0]));
        }
        System.out.printf(
                "requests %d: acknowledged %d, refused %d, unanswered %d%n",
                findings.requests(),
                findings.acknowledged(),
                findings.refused(),
                findings.unanswered().size());
        System.out.println("acknowledged and not kept: " + findings.missing());
        System.out.println("applied twice:             " + findings.twice());
        System.out.println("kept and not allowed:      " + findings.wrong());
        System.out.println("wrong balances:            " + findings.sums());
        if (!findings.passed()) {
            System.out.println("FAILED: the logs are in " + folder);
            System.exit(1);
        }
        delete(folder);
        System.out.println("passed");
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
