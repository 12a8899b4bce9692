package dev.asyncfn.processor;

import com.google.auto.service.AutoService;
import javax.annotation.processing.Processor;

/**
 * The same processor as its services file names it. What runs it has read that file, and so runs all processors of the
 * processor path in their order: only this class knows which others there are.
 */
@AutoService(Processor.class)
public final class DiscoveredAsyncFnProcessor extends AsyncFnProcessor {
    public DiscoveredAsyncFnProcessor() {
        super(OtherProcessors.discovered(DiscoveredAsyncFnProcessor.class));
    }
}
