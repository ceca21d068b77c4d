package be.livc.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/**
 * The page of a form with errors, whose list of them is settled before it is sent.
 *
 * @param page makes it
 * @param errors settles the list
 */
record PageWithErrors(View page, ErrorList errors) implements View {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        KeptPage kept = new KeptPage(response);
        page.render(model, request, kept);
        Document made = Jsoup.parse(kept.page().orElseThrow());
        made.outputSettings().prettyPrint(false);
        errors.settle(made);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getWriter().write(made.outerHtml());
    }
}
