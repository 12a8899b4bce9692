package dev.asyncfn.processor;

import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** An environment around another. */
public abstract class ForwardingEnvironment implements ProcessingEnvironment {
    protected abstract ProcessingEnvironment target();

    @Override
    public Map<String, String> getOptions() {
        return target().getOptions();
    }

    @Override
    public Messager getMessager() {
        return target().getMessager();
    }

    @Override
    public Filer getFiler() {
        return target().getFiler();
    }

    @Override
    public Elements getElementUtils() {
        return target().getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
        return target().getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
        return target().getSourceVersion();
    }

    @Override
    public Locale getLocale() {
        return target().getLocale();
    }
}
