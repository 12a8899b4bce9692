package dev.asyncfn.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import dev.asyncfn.processor.diag.Problem;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import org.gradle.api.internal.tasks.compile.processing.IncrementalProcessingEnvironment;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;

class WrappedEnvironmentTest {
    /** Our processor, in a build tool that gives it an environment of its own. */
    private static Processor inside(UnaryOperator<ProcessingEnvironment> tool) {
        return new ForwardingProcessor(new AsyncFnProcessor()) {
            @Override
            public void init(ProcessingEnvironment env) {
                super.init(tool.apply(env));
            }
        };
    }

    private static void assertGenerates(UnaryOperator<ProcessingEnvironment> tool) {
        Compilation compilation =
                Misuse.in("LookAlikes.java").instead(inside(tool)).andNothingElse();
        assertThat(compilation).generatedSourceFile("misuse.LookAlikesAsync");
    }

    @Test
    void environmentOfGradleIsUnwrapped() {
        assertGenerates(IncrementalProcessingEnvironment::new);
    }

    @Test
    void fieldThatASubclassInheritsIsFound() {
        assertGenerates(env -> new IncrementalProcessingEnvironment(env) {});
    }

    @Test
    void environmentOfIntelliJIsUnwrapped() {
        assertGenerates(env -> APIWrappers.wrap(ProcessingEnvironment.class, env));
    }

    @Test
    void wrappersInWrappersAreUnwrapped() {
        assertGenerates(env -> new IncrementalProcessingEnvironment(
                APIWrappers.wrap(ProcessingEnvironment.class, new IncrementalProcessingEnvironment(env))));
    }

    @Test
    void anyOtherEnvironmentIsOneErrorAboutTheCompiler() {
        Misuse.in("LookAlikes.java")
                .instead(inside(env -> new ForwardingEnvironment() {
                    @Override
                    protected ProcessingEnvironment target() {
                        return env;
                    }
                }))
                .has(Problem.UNSUPPORTED_COMPILER, 37, 15)
                .andNothingElse();
    }
}
