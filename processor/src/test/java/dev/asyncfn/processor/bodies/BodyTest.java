package dev.asyncfn.processor.bodies;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class whose tests say by {@link Body} what they are about. All its bodies are compiled together, once. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BodyCompiler.class)
public @interface BodyTest {
    /** Members of the class that declares the async fns, beside those of which {@link Body} speaks. */
    String value() default "";
}
