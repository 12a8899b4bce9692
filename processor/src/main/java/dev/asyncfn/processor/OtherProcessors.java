package dev.asyncfn.processor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;

/**
 * What is known of the other processors of a compilation.
 *
 * @param exist whether there may be one
 * @param followed whether one may come after this processor
 */
record OtherProcessors(boolean exist, boolean followed) {
    /** Of a processor that the build has named or made: it can have named any other. */
    static final OtherProcessors UNKNOWN = new OtherProcessors(true, true);

    private static final String SERVICE = Processor.class.getName();
    private static final Set<String> OWN =
            Set.of(DiscoveredAsyncFnProcessor.class.getName(), LocalAsyncFnProcessor.class.getName());

    /**
     * Of a processor that is being made. If its services file was read for it, the others are found in the same way. The build may
     * as well have named that very class, and with it others that are in no such file.
     */
    static OtherProcessors discovered(Class<? extends Processor> self) {
        if (!isMadeByServiceLoader()) {
            return UNKNOWN;
        }
        Module module = self.getModule();
        if (module.isNamed()) {
            // The order in which modules provide a service is not known.
            boolean others = providers(module.getLayer()).stream().anyMatch(OtherProcessors::isOther);
            return new OtherProcessors(others, others);
        }
        try {
            return among(providers(self.getClassLoader()), self);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static boolean isMadeByServiceLoader() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.anyMatch(frame -> frame.getDeclaringClass().getNestHost() == ServiceLoader.class));
    }

    private static OtherProcessors among(List<String> providers, Class<? extends Processor> self) {
        List<String> later = providers.subList(providers.indexOf(self.getName()) + 1, providers.size());
        // A program that has this class on its own path may give its compiler more processors than that path has.
        boolean shared = self.getClassLoader() == ClassLoader.getSystemClassLoader();
        return new OtherProcessors(
                shared || providers.stream().anyMatch(OtherProcessors::isOther),
                later.stream().anyMatch(OtherProcessors::isOther));
    }

    private static boolean isOther(String provider) {
        return !OWN.contains(provider);
    }

    private static List<String> providers(ModuleLayer layer) {
        return layer.modules().stream()
                .flatMap(module -> module.getDescriptor().provides().stream())
                .filter(provided -> provided.service().equals(SERVICE))
                .flatMap(provided -> provided.providers().stream())
                .toList();
    }

    /** In the order in which a {@code ServiceLoader} has them. */
    private static List<String> providers(ClassLoader loader) throws IOException {
        List<String> providers = new ArrayList<>();
        for (URL file : Collections.list(loader.getResources("META-INF/services/" + SERVICE))) {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false); // they would keep the jar open
            try (InputStream in = connection.getInputStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(name -> !name.isEmpty())
                        .forEach(providers::add);
            }
        }
        return providers;
    }
}
