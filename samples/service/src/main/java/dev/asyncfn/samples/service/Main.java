package dev.asyncfn.samples.service;

import java.util.concurrent.CountDownLatch;

/**
 * Runs the service, beside a payment provider to try it with, until Ctrl-C or SIGTERM. From the root of the project:
 *
 * <pre>mvn -B -ntp -q -pl samples/service -am compile exec:exec</pre>
 *
 * <p>The environment may have a {@code PORT}, and a {@code DATABASE_URL} such as {@code r2dbc:postgresql://user:password@localhost/orders}.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        DemoProvider provider = DemoProvider.start();
        Service service = Service.start(Settings.of(System.getenv(), provider.address()));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.stop();
                            provider.close();
                            ended.countDown();
                        },
                        "shutdown"));
        ended.await();
    }
}
