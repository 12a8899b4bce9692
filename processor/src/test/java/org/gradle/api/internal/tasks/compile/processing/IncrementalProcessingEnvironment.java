package org.gradle.api.internal.tasks.compile.processing;

import dev.asyncfn.processor.ForwardingEnvironment;
import javax.annotation.processing.ProcessingEnvironment;

/** What Gradle hands to incremental processors, as far as unwrapping it goes: its name, and its field. */
public class IncrementalProcessingEnvironment extends ForwardingEnvironment {
    private final ProcessingEnvironment delegate;

    public IncrementalProcessingEnvironment(ProcessingEnvironment delegate) {
        this.delegate = delegate;
    }

    @Override
    protected ProcessingEnvironment target() {
        return delegate;
    }
}
