package be.livc.web.letter;

import be.livc.letter.LetterKind;
import be.livc.letter.Template;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.MadeOn;
import be.livc.web.layout.Typed;
import java.util.List;

/** A template as it is typed, and the version that it was made on. */
record TemplateForm(String title, String body, String version) implements MadeOn<TemplateForm> {

    /** The number that no version has. */
    private static final int UNREADABLE = -1;

    TemplateForm {
        title = Typed.text(title);
        body = Typed.text(body).replace("\r\n", "\n");
        version = Typed.text(version);
    }

    static TemplateForm of(Template template) {
        return new TemplateForm(template.title(), template.body(), Integer.toString(template.version()));
    }

    /** The version that it was made on. One that is not said, or cannot be read, is never the newest. */
    int after() {
        return Typed.number(version).orElse(UNREADABLE);
    }

    Template typed(LetterKind kind) {
        return new Template(kind, 0, title, body, false);
    }

    @Override
    public List<Conflict> besides(TemplateForm stored) {
        return List.of(
                new Conflict("letter.form.title", title, stored.title),
                new Conflict("letter.form.body", body, stored.body));
    }

    @Override
    public TemplateForm onTopOf(TemplateForm stored) {
        return new TemplateForm(title, body, stored.version);
    }
}
