package dev.asyncfn.samples.it;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The javac of a JDK in a process that many compilations share. The first takes as long as in a process of its own, another one a fifth.
 *
 * <p>There are as many processes of a JDK as compile at once. They end with this one, whose end closes their input.
 */
final class WarmJavac {
    private static final Map<Path, Queue<WarmJavac>> IDLE = new ConcurrentHashMap<>();

    private final DataOutputStream requests;
    private final DataInputStream answers;

    private WarmJavac(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        home.resolve("bin").resolve("java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.language=en",
                        "-cp",
                        Jars.path(System.getProperty("asyncfn.tests"), Jars.PROCESSOR),
                        CompilerProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(process.getInputStream());
    }

    /** Compiles in a directory, from which relative paths are read and in whose terms they are printed. */
    static Jdk.Result compile(Path home, Path directory, List<String> arguments) {
        Queue<WarmJavac> idle = IDLE.computeIfAbsent(home, unused -> new ConcurrentLinkedQueue<>());
        try {
            WarmJavac javac = idle.poll();
            if (javac == null) {
                javac = new WarmJavac(home);
            }
            Jdk.Result result = javac.compile(directory, arguments);
            idle.add(javac);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Jdk.Result compile(Path directory, List<String> arguments) throws IOException {
        requests.writeUTF(directory.toString());
        requests.writeInt(arguments.size());
        for (String argument : arguments) {
            requests.writeUTF(argument);
        }
        requests.flush();
        int exit = answers.readBoolean() ? 0 : 1;
        String output = new String(answers.readNBytes(answers.readInt()));
        return new Jdk.Result(exit, output.replace("\r\n", "\n").replace(directory + "/", ""));
    }
}
