package be.livc.web.letter;

import org.jspecify.annotations.Nullable;

/** A template as it is typed. */
record TemplateForm(@Nullable String title, @Nullable String body) {}
