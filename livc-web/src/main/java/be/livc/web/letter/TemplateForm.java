package be.livc.web.letter;

import org.jspecify.annotations.Nullable;

/** A template as it is typed, and the version that it was made on. */
record TemplateForm(@Nullable String title, @Nullable String body, @Nullable Integer version) {}
