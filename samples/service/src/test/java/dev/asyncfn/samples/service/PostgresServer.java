package dev.asyncfn.samples.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of Debian's package, with an empty database in a folder of its own, as long as a test class runs. */
final class PostgresServer {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    /** It refuses to run as root; these are users of Debian, of which the first belongs to its package. */
    private static final List<String> USERS = List.of("postgres", "nobody");

    private final List<String> asUser;
    private final Path data;
    private final int port;
    private final Process process;
    private int databases;

    private PostgresServer(List<String> asUser, Path data, int port, Process process) {
        this.asUser = asUser;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Starts a server, or has the test skipped where none is installed. */
    static PostgresServer start() throws IOException, InterruptedException {
        Path bin = newest();
        assumeTrue(bin != null, "PostgreSQL is not installed: there is no " + VERSIONS + "/*/bin/postgres");
        List<String> asUser = asUser();
        assumeTrue(asUser != null, "PostgreSQL does not run as root, and there is none of the users " + USERS);
        Path data = Path.of(run(with(asUser, "mktemp", "-d", "-t", "service-postgres-XXXXXX")));
        run(with(
                asUser,
                bin.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-N"));
        int port = freePort();
        Process process = new ProcessBuilder(with(
                        asUser,
                        bin.resolve("postgres").toString(),
                        "-D" + data,
                        "-p" + port,
                        "-clisten_addresses=localhost",
                        "-cunix_socket_directories=" + data,
                        "-cfsync=off"))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile())
                .start();
        PostgresServer server = new PostgresServer(asUser, data, port, process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (!server.isReady(bin)) {
            if (!process.isAlive()) {
                throw new IOException("PostgreSQL has ended with " + process.exitValue());
            }
        }
        return server;
    }

    private static Path newest() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** What a command begins with to be run as a user that is not root; null if there is none. */
    private static List<String> asUser() throws IOException, InterruptedException {
        if (!run(List.of("id", "-u")).equals("0")) {
            return List.of();
        }
        for (String user : USERS) {
            if (new ProcessBuilder("id", user).start().waitFor() == 0) {
                return List.of(
                        "setpriv", "--reuid=" + user, "--regid=" + run(List.of("id", "-g", user)), "--clear-groups");
            }
        }
        return null;
    }

    private static List<String> with(List<String> asUser, String... command) {
        List<String> whole = new ArrayList<>(asUser);
        whole.addAll(List.of(command));
        return whole;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady(Path bin) throws IOException, InterruptedException {
        return new ProcessBuilder(bin.resolve("pg_isready").toString(), "-h", "localhost", "-p" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** The output of a command. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(command + " says: " + output);
        }
        return output;
    }

    /** The address of a new, empty database. */
    String newDatabase() throws IOException, InterruptedException {
        String name = "test" + ++databases;
        run(List.of("createdb", "-h", "localhost", "-p" + port, "-U", "postgres", name));
        return "r2dbc:postgresql://postgres@localhost:" + port + "/" + name;
    }

    /** Ends it, and removes its folder. */
    void stop() throws IOException, InterruptedException {
        process.destroy(); // it waits for its clients to go
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        run(with(asUser, "rm", "-r", data.toString()));
    }
}
