package dev.asyncfn.samples.eclipse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Eclipse's platform, with the bundles on the class path of the tests, and one more that has the {@link Editor}. */
final class Platform {
    private static final String FRAMEWORK = "org.eclipse.osgi";
    /** A bundle that another one asks for, and needs for the scripts of Ant only. */
    private static final String ANT = "org.apache.ant";
    /** Of the bundles that are made here; that of Ant is asked for by it. */
    private static final String VERSION = "1.10.15";

    /** In this order. */
    private static final List<String> STARTED = List.of(
            "org.apache.felix.scr",
            "org.eclipse.equinox.registry",
            "org.eclipse.equinox.preferences",
            "org.eclipse.core.contenttype",
            "org.eclipse.core.runtime",
            "org.eclipse.core.resources",
            "org.eclipse.jdt.core",
            "org.eclipse.jdt.apt.core",
            "org.eclipse.jdt.apt.pluggable.core");

    private final Framework framework;
    private final Object editor;

    private Platform(Framework framework, Object editor) {
        this.framework = framework;
        this.editor = editor;
    }

    /** @param root an empty folder, for the workspace and what the platform keeps */
    static Platform start(Path root) throws Exception {
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .iterator()
                .next()
                .newFramework(Map.of(
                        "osgi.install.area", root.resolve("install").toUri().toString(),
                        "osgi.instance.area", root.resolve("workspace").toUri().toString(),
                        "osgi.configuration.area",
                                root.resolve("configuration").toUri().toString(),
                        // As Eclipse's launcher has it: bundles see the JDK's classes without importing them.
                        "osgi.compatibility.bootdelegation", "true",
                        "osgi.parentClassloader", "ext"));
        framework.init();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = entry.endsWith(".jar") ? nameOf(new File(entry)) : "";
            if (!name.isEmpty() && !name.equals(FRAMEWORK)) {
                framework
                        .getBundleContext()
                        .installBundle(new File(entry).toURI().toString());
            }
        }
        install(framework, ANT, Map.of());
        Bundle own = install(
                framework,
                "dev.asyncfn.samples.eclipse",
                Map.of("Require-Bundle", String.join(",", STARTED.subList(4, STARTED.size()))),
                Editor.class);
        framework.start();
        for (String name : STARTED) {
            for (Bundle bundle : framework.getBundleContext().getBundles()) {
                if (name.equals(bundle.getSymbolicName())) {
                    bundle.start();
                }
            }
        }
        Class<?> type = own.loadClass(Editor.class.getName());
        return new Platform(framework, type.getConstructor().newInstance());
    }

    /** The symbolic name of a bundle; empty for a jar that is none of the platform's. */
    private static String nameOf(File jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            String header = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            String name = header == null ? "" : header.split(";")[0].trim();
            boolean ofPlatform = List.of("org.eclipse.", "org.osgi.", "org.apache.felix.", "com.sun.jna").stream()
                    .anyMatch(name::startsWith);
            return ofPlatform ? name : "";
        }
    }

    private static Bundle install(Framework framework, String name, Map<String, String> headers, Class<?>... classes)
            throws IOException, BundleException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        attributes.putValue("Bundle-Version", VERSION);
        headers.forEach(attributes::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(path));
                try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
                    in.transferTo(jar);
                }
            }
        }
        return framework.getBundleContext().installBundle(name, new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** Calls a method of the {@link Editor}. */
    Object editor(String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(editor.getClass().getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(editor, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends it, and returns when it has ended. */
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }
}
