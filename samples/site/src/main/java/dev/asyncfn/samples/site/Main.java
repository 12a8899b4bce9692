package dev.asyncfn.samples.site;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the site of the project in {@code target/site} of this module, which is the working directory. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Path site = Path.of("target/site").toAbsolutePath();
        new Site(new Project(Path.of("../..").toAbsolutePath().normalize()), site).make();
        System.out.println("open " + site.resolve("index.html").toUri());
    }
}
