package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.future.Signal;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class RunningExecutorsTest {
    private static List<String> names() {
        return RunningExecutors.metrics().stream().map(ExecutorMetrics::name).toList();
    }

    @Test
    void aPoolIsThereUntilItHasEnded() {
        try (ThreadPool pool = ThreadPool.builder().name("here").threads(1).build()) {
            Async.blockOn(pool.spawn(Future.ready(1)));
            assertThat(names()).contains("here");
        }
        assertThat(names()).doesNotContain("here");
    }

    @Test
    void aLocalPoolIsThereIfItHasAName() {
        LocalPool named = LocalPool.builder().name("named").build();
        LocalPool unnamed = new LocalPool();
        assertThat(names()).contains("named").doesNotContain("");
        named.close();
        unnamed.close();
        assertThat(names()).doesNotContain("named");
    }

    @Test
    void theDumpShowsTheTasksOfAll() throws Exception {
        LocalPool first = LocalPool.builder().name("first of two").build();
        LocalPool second = LocalPool.builder().name("second of two").build();
        first.spawnDetached(new Signal<>());
        second.spawnDetached(Future.pending());
        second.runUntilStalled();
        assertThat(RunningExecutors.dump())
                .contains("first of two, 1 tasks\ntask 1, scheduled\n")
                .contains("second of two, 1 tasks\ntask 1, suspended\n");
        first.close();
        second.close();
    }

    @Test
    void theThreadsOfBlockingAreThereOnceTheyAreUsed() {
        Async.blockOn(Blocking.spawnBlocking(() -> 1));
        assertThat(names()).contains("asyncfn-blocking");
    }

    @Test
    void oneThatIsForgottenIsNotKept() {
        WeakReference<LocalPool> forgotten =
                new WeakReference<>(LocalPool.builder().name("forgotten").build());
        Garbage.collectUntil(() -> forgotten.get() == null && !names().contains("forgotten"));
        assertThat(names()).doesNotContain("forgotten");
    }

    @Test
    void jmxShowsThemUntilTheRegistrationIsClosed() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        RunningExecutors.Registration first = RunningExecutors.registerMXBean();
        RunningExecutors.Registration second = RunningExecutors.registerMXBean();
        try {
            assertThat(second.name()).isNotEqualTo(first.name());
            ObjectName name = new ObjectName(first.name());
            LocalPool pool = LocalPool.builder().name("seen by JMX").build();
            pool.spawnDetached(Future.pending());
            ExecutorsMXBean bean = JMX.newMXBeanProxy(server, name, ExecutorsMXBean.class);
            assertThat(bean.getNames()).contains("seen by JMX");
            assertThat(bean.getTasksAlive()).isPositive();
            Map<String, Long> metrics = bean.getMetrics().get("seen by JMX");
            assertThat(metrics)
                    .containsEntry("tasksAlive", 1L)
                    .containsEntry("queueDepth", 1L)
                    .containsKeys("threads", "tasksSpawned", "polls", "busyTime");
            assertThat(bean.dumpTasks()).contains("seen by JMX, 1 tasks\ntask 1, scheduled\n");
            pool.close();
        } finally {
            first.close();
            first.close();
            second.close();
        }
        assertThat(server.queryNames(new ObjectName("dev.asyncfn:type=Executors,*"), null))
                .isEmpty();
    }
}
