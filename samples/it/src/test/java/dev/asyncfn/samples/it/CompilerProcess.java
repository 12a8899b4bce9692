package dev.asyncfn.samples.it;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A javac that stays: it compiles what it reads from its standard input, one compilation after the other, until that ends.
 *
 * <p>A request is the directory, whose name stands before no relative path that javac prints, and the arguments. The answer is the exit and
 * the output. The class path of this process holds the processor, which each compilation then finds loaded and compiled; so a request must
 * either name the processor on a path of its own or say {@code -proc:none}.
 */
final class CompilerProcess {
    private CompilerProcess() {}

    public static void main(String[] none) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err); // nothing else may come between the answers
        while (true) {
            Path directory;
            try {
                directory = Path.of(requests.readUTF());
            } catch (EOFException end) {
                return;
            }
            List<String> arguments = new ArrayList<>();
            for (int left = requests.readInt(); left > 0; left--) {
                arguments.add(requests.readUTF());
            }
            StringWriter output = new StringWriter();
            answers.writeBoolean(compile(javac, directory, arguments, output));
            byte[] text = output.toString().getBytes();
            answers.writeInt(text.length);
            answers.write(text);
            answers.flush();
        }
    }

    private static boolean compile(JavaCompiler javac, Path directory, List<String> arguments, StringWriter output)
            throws IOException {
        List<String> options = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (String argument : arguments) {
            (argument.endsWith(".java") ? sources : options).add(argument);
        }
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ENGLISH, null)) {
            files.setPathFactory((first, more) -> directory.resolve(Path.of(first, more)));
            return javac.getTask(
                            output,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjects(sources.toArray(String[]::new)))
                    .call();
        }
    }
}
