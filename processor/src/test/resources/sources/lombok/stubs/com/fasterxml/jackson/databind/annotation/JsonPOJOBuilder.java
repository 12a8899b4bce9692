package com.fasterxml.jackson.databind.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
public @interface JsonPOJOBuilder {
    String withPrefix() default "with";

    String buildMethodName() default "build";
}
