package dev.asyncfn.samples.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A process with an OSGi framework, which starts bundles in their order, and then stops. */
final class OsgiFramework {
    private OsgiFramework() {}

    /** @param arguments a folder for the framework, then the jars of the bundles */
    public static void main(String[] arguments) throws Exception {
        Framework framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, arguments[0]));
        framework.start();
        try {
            List<Bundle> bundles = new ArrayList<>();
            for (String jar : Arrays.asList(arguments).subList(1, arguments.length)) {
                bundles.add(framework
                        .getBundleContext()
                        .installBundle(Path.of(jar).toUri().toString()));
            }
            for (Bundle bundle : bundles) {
                bundle.start();
            }
        } finally {
            framework.stop();
            framework.waitForStop(0);
        }
    }
}
