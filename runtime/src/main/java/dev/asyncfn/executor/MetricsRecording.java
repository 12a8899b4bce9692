package dev.asyncfn.executor;

import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Records the numbers of all executors from time to time, while a recording wants that. The recorder would keep what it calls, and so the class
 * loader of this library, for ever; and to be there before the first recording would cost a program a fifth of a second at its start. So
 * this begins when an executor notices a recording, and ends with the recording or with the last executor.
 */
final class MetricsRecording {
    /** To ask whether its kind is recorded. */
    private final ExecutorEvent any = new ExecutorEvent();

    private final Runnable hook = this::record;
    private final FlightRecorderListener listener = new FlightRecorderListener() {
        @Override
        public void recordingStateChanged(Recording recording) {
            if (recording.getState() != RecordingState.RUNNING && !any.isEnabled()) {
                end();
            }
        }
    };

    /** Guarded by this for writing; a thread that does not see a change notices it later. */
    private boolean hooked;

    /** Called often, by threads of executors. */
    void notice() {
        if (any.isEnabled() && !hooked) {
            begin();
        }
    }

    private synchronized void begin() {
        if (!hooked) {
            hooked = true;
            FlightRecorder.addListener(listener);
            FlightRecorder.addPeriodicEvent(ExecutorEvent.class, hook);
        }
    }

    private synchronized void end() {
        if (hooked) {
            hooked = false;
            FlightRecorder.removePeriodicEvent(hook);
            FlightRecorder.removeListener(listener);
        }
    }

    synchronized boolean isHooked() {
        return hooked;
    }

    /** Called by a thread of the recorder. */
    private void record() {
        List<ExecutorMetrics> all = RunningExecutors.metrics();
        if (all.isEmpty()) {
            end(); // another executor will notice the recording
        }
        all.forEach(ExecutorEvent::commit);
    }
}
