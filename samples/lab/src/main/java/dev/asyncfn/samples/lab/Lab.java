package dev.asyncfn.samples.lab;

import java.io.IOException;
import java.net.BindException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Starts the lab, and prints the link to its page: {@code mvn -q -pl samples/lab -am compile exec:exec}. It ends with Ctrl-C.
 */
public final class Lab {
    /** Where it is, unless that is taken: links that are shared have it. */
    static final int PORT = 4114;

    private static final int TOKEN_BYTES = 16;
    private static final int SECONDS = 20;

    private Lab() {}

    /**
     * Runs until the process is ended.
     *
     * @param args a port, or nothing
     * @throws IOException if the port is taken
     */
    public static void main(String[] args) throws IOException {
        LabServer server = server(args);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (IOException e) {
                System.err.println("the lab did not end as it should: " + e);
            }
        }));
        server.start();
        System.out.println("The lab is at " + server.link());
        System.out.println("Ctrl-C ends it.");
    }

    private static LabServer server(String[] args) throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        String text = HexFormat.of().formatHex(token);
        if (args.length > 0) {
            return new LabServer(Integer.parseInt(args[0]), text, SECONDS);
        }
        try {
            return new LabServer(PORT, text, SECONDS);
        } catch (BindException taken) {
            return new LabServer(0, text, SECONDS); // by another lab, most likely
        }
    }
}
