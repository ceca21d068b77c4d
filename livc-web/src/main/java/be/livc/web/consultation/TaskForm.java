package be.livc.web.consultation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the form of a task sends. */
record TaskForm(@Nullable String what, @Nullable UUID owner, @Nullable LocalDate due) {

    static final TaskForm EMPTY = new TaskForm(null, null, null);
}
