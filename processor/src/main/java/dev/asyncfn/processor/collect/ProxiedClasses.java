package dev.asyncfn.processor.collect;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The classes that frameworks subclass at run time, to run code around their methods or to load them late: by an annotation of the class,
 * or by one that stands on such an annotation.
 */
final class ProxiedClasses {
    private static final Set<String> STEREOTYPES = Set.of(
            // Spring
            "org.springframework.stereotype.Component",
            "org.springframework.transaction.annotation.Transactional",
            "org.springframework.scheduling.annotation.Async",
            "org.springframework.cache.annotation.Cacheable",
            "org.springframework.validation.annotation.Validated",
            // CDI: scopes with client proxies, stereotypes, and what interceptors are bound by
            "jakarta.enterprise.context.NormalScope",
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.SessionScoped",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.ConversationScoped",
            "jakarta.enterprise.context.Dependent",
            "jakarta.enterprise.inject.Stereotype",
            "jakarta.interceptor.InterceptorBinding",
            "jakarta.interceptor.Interceptor",
            "jakarta.transaction.Transactional",
            "javax.enterprise.context.NormalScope",
            "javax.enterprise.context.ApplicationScoped",
            "javax.enterprise.context.SessionScoped",
            "javax.enterprise.context.RequestScoped",
            "javax.enterprise.context.ConversationScoped",
            "javax.enterprise.context.Dependent",
            "javax.enterprise.inject.Stereotype",
            "javax.interceptor.InterceptorBinding",
            "javax.interceptor.Interceptor",
            "javax.transaction.Transactional",
            // Micronaut
            "io.micronaut.aop.Around",
            "io.micronaut.aop.AroundConstruct",
            "io.micronaut.aop.Introduction",
            "io.micronaut.aop.InterceptorBinding",
            "io.micronaut.runtime.context.scope.ScopedProxy",
            // JPA
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Embeddable",
            "javax.persistence.Entity",
            "javax.persistence.MappedSuperclass",
            "javax.persistence.Embeddable");

    private final Elements elements;

    ProxiedClasses(Elements elements) {
        this.elements = elements;
    }

    /** The annotation of a class, inherited or its own, by which a framework subclasses it; empty if there is none. */
    Optional<String> annotationOf(TypeElement type) {
        return elements.getAllAnnotationMirrors(type).stream()
                .map(annotation -> annotation.getAnnotationType().asElement())
                .filter(annotation -> isStereotype((TypeElement) annotation, new HashSet<>()))
                .map(annotation -> annotation.getSimpleName().toString())
                .findFirst();
    }

    private static boolean isStereotype(TypeElement annotation, Set<Element> seen) {
        return seen.add(annotation)
                && (STEREOTYPES.contains(annotation.getQualifiedName().toString())
                        || annotation.getAnnotationMirrors().stream()
                                .map(AnnotationMirror::getAnnotationType)
                                .anyMatch(above -> isStereotype((TypeElement) above.asElement(), seen)));
    }
}
