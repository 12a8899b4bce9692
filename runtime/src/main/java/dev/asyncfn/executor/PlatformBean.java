package dev.asyncfn.executor;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The bean, and its place in the platform's server. The one class that needs {@code java.management}. */
final class PlatformBean implements ExecutorsMXBean {
    private static final String NAME = "dev.asyncfn:type=Executors";

    @Override
    public List<String> getNames() {
        return RunningExecutors.metrics().stream().map(ExecutorMetrics::name).toList();
    }

    @Override
    public int getTasksAlive() {
        return RunningExecutors.metrics().stream()
                .mapToInt(ExecutorMetrics::tasksAlive)
                .sum();
    }

    @Override
    public Map<String, Map<String, Long>> getMetrics() {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        for (ExecutorMetrics each : RunningExecutors.metrics()) {
            Map<String, Long> numbers = all.computeIfAbsent(each.name(), name -> new TreeMap<>());
            numbers.merge("threads", (long) each.threads(), Long::sum);
            numbers.merge("tasksAlive", (long) each.tasksAlive(), Long::sum);
            numbers.merge("tasksSpawned", each.tasksSpawned(), Long::sum);
            numbers.merge("queueDepth", (long) each.queueDepth(), Long::sum);
            numbers.merge("polls", each.polls(), Long::sum);
            numbers.merge("busyTime", each.busyTime().toNanos(), Long::sum);
        }
        return all;
    }

    @Override
    public String dumpTasks() {
        return RunningExecutors.dump();
    }

    /** Under a number if the name is taken, as by another copy of this library. */
    static RunningExecutors.Registration register() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            for (int number = 1; ; number++) {
                ObjectName name = new ObjectName(number == 1 ? NAME : NAME + ",number=" + number);
                try {
                    server.registerMBean(new PlatformBean(), name);
                    return new Registered(server, name);
                } catch (InstanceAlreadyExistsException taken) {
                    continue;
                }
            }
        } catch (JMException refused) {
            throw new IllegalStateException("JMX refuses the bean", refused);
        }
    }

    private record Registered(MBeanServer server, ObjectName bean) implements RunningExecutors.Registration {
        @Override
        public String name() {
            return bean.toString();
        }

        @Override
        public void close() {
            try {
                server.unregisterMBean(bean);
            } catch (InstanceNotFoundException closed) {
                return;
            } catch (JMException failed) {
                throw new IllegalStateException("JMX does not remove the bean", failed);
            }
        }
    }
}
