package dev.asyncfn.processor.debug;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program that is compiled with the processor, and runs in a JVM of its own under a debugger. */
final class Debuggee implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;

    private final VirtualMachine vm;
    /** Of the output, so that the program never waits for a reader. */
    private final CompletableFuture<Void> drained;

    private Debuggee(VirtualMachine vm) {
        this.vm = vm;
        this.drained = CompletableFuture.runAsync(this::drain, work -> new Thread(work).start());
    }

    /** Compiles app.Users, in the file {@code Users.java}. */
    static void compile(Path folder, String source, String... options) throws IOException {
        Path file = Files.createDirectories(folder.resolve("app")).resolve("Users.java");
        Files.writeString(file, source);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> all = new ArrayList<>(List.of("-g", "-d", folder.toString(), "-cp", UserClassPath.text()));
        all.addAll(Arrays.asList(options));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, UTF_8)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, null, all, null, files.getJavaFileObjects(file));
            task.setProcessors(List.of(new AsyncFnProcessor()));
            assertThat(task.call()).isTrue();
        }
    }

    /** Starts app.Users, which waits for {@link #runTo}. */
    static Debuggee launch(Path folder) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().launchingConnectors().stream()
                .filter(known -> known.name().equals("com.sun.jdi.CommandLineLaunch"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("main").setValue("app.Users");
        arguments.get("options").setValue("-cp \"" + folder + File.pathSeparator + UserClassPath.text() + "\"");
        return new Debuggee(connector.launch(arguments));
    }

    /**
     * Sets a breakpoint in the first class whose file has this name and which has code in this line, and waits until it is hit.
     *
     * @param className a pattern of the names of classes to look at
     */
    LocatableEvent runTo(String className, String file, int line) throws Exception {
        ClassPrepareRequest prepared = vm.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(className);
        prepared.addSourceNameFilter(file);
        prepared.enable();
        vm.resume();
        for (; ; ) {
            Event event = next();
            if (event instanceof LocatableEvent hit) {
                prepared.disable();
                return hit;
            }
            if (event instanceof ClassPrepareEvent loaded) {
                breakAt(loaded.referenceType(), file, line);
            }
            vm.resume();
        }
    }

    private void breakAt(ReferenceType type, String file, int line) throws Exception {
        for (Location location : type.locationsOfLine(null, file, line)) {
            vm.eventRequestManager().createBreakpointRequest(location).enable();
            return; // a line has several places; execution passes the first
        }
    }

    /** One step over a line. */
    LocatableEvent stepOver(LocatableEvent from) throws Exception {
        StepRequest step =
                vm.eventRequestManager().createStepRequest(from.thread(), StepRequest.STEP_LINE, StepRequest.STEP_OVER);
        step.addCountFilter(1);
        step.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        step.enable();
        vm.resume();
        Event event = next();
        while (!(event instanceof LocatableEvent)) {
            vm.resume();
            event = next();
        }
        step.disable();
        return (LocatableEvent) event;
    }

    private Event next() throws InterruptedException {
        EventSet events = vm.eventQueue().remove(PATIENCE_MILLIS);
        assertThat(events).as("an event").isNotNull();
        return events.iterator().next();
    }

    private void drain() {
        try {
            vm.process().getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it was killed
        }
    }

    @Override
    public void close() {
        try {
            vm.exit(0);
        } catch (VMDisconnectedException e) {
            // it has ended by itself
        }
        vm.process().destroyForcibly().onExit().join();
        drained.join();
    }
}
