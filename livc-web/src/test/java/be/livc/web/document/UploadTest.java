package be.livc.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.document.AddDocument;
import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** An upload is a stream: its fields come before its file, and nobody else reads its body. */
class UploadTest {

    private static HttpServletRequest behindTheFilter(String body) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/dossiers/1/documenten");
        request.setQueryString("_csrf=abc-1");
        request.setContentType("multipart/form-data; boundary=grens");
        request.setContent(body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        MockFilterChain chain = new MockFilterChain();
        new StreamedUploads().doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }

    @Test
    void fields_and_the_file_come_out_of_the_stream_as_they_went_in() throws Exception {
        HttpServletRequest request = behindTheFilter(
                """
                --grens
                Content-Disposition: form-data; name="recipients"

                een
                --grens
                Content-Disposition: form-data; name="recipients"

                twee
                --grens
                Content-Disposition: form-data; name="secret"

                true
                --grens
                Content-Disposition: form-data; name="file"; filename="C:\\map\\verslag ë.pdf"
                Content-Type: application/pdf

                %PDF inhoud
                --grens--
                """);

        Upload upload = Upload.of(request);
        AddDocument document = upload.document(upload.ticked("secret"));

        assertThat(upload.all("recipients")).containsExactly("een", "twee");
        assertThat(document.name()).isEqualTo("verslag ë.pdf");
        assertThat(document.secret()).isTrue();
        assertThat(document.content().readAllBytes()).asString().isEqualTo("%PDF inhoud");
    }

    @Test
    void before_that_only_the_address_has_parameters_and_the_body_is_unread() throws Exception {
        HttpServletRequest request =
                behindTheFilter("--grens\nContent-Disposition: form-data; name=\"a\"\n\nb\n--grens--\n");

        assertThat(request.getParameter("_csrf")).isEqualTo("abc-1");
        assertThat(request.getParameter("a")).isNull();
        assertThat(request.getContentType()).isEqualTo("application/octet-stream");
        assertThatThrownBy(request::getParts).isInstanceOf(IllegalStateException.class);
    }

    private static String aFileNamed(String name) {
        return "--grens\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document\n\n"
                + "inhoud\n--grens--\n";
    }

    @Test
    void the_longest_name_that_a_disk_takes_is_read_in_any_script() throws Exception {
        String name = "報告".repeat(90) + ".docx";

        assertThat(Upload.of(behindTheFilter(aFileNamed(name))).document(false).name())
                .isEqualTo(name);
    }

    @Test
    void of_a_name_that_is_too_long_just_that_is_said() throws Exception {
        HttpServletRequest tooLong = behindTheFilter(aFileNamed("n".repeat(3000) + ".docx"));

        assertThatThrownBy(() -> Upload.of(tooLong).document(false))
                .isInstanceOf(Refusal.class)
                .hasMessage("document-name-too-long");
    }

    @Test
    void a_name_is_kept_whole_or_refused_and_never_cut() throws Exception {
        String longest = "n".repeat(251) + ".doc";
        assertThat(Upload.of(behindTheFilter(aFileNamed(longest)))
                        .document(false)
                        .name())
                .isEqualTo(longest);

        Upload longer = Upload.of(behindTheFilter(aFileNamed("n" + longest)));

        assertThatThrownBy(() -> longer.document(false))
                .isInstanceOf(Refusal.class)
                .hasMessage("document-name-too-long");
    }

    @Test
    void without_a_file_or_cut_off_it_is_refused() throws Exception {
        HttpServletRequest without =
                behindTheFilter("--grens\nContent-Disposition: form-data; name=\"a\"\n\nb\n--grens--\n");
        assertThatThrownBy(() -> Upload.of(without).document(false))
                .isInstanceOf(Refusal.class)
                .hasMessage("required");

        HttpServletRequest cutOff = behindTheFilter("--grens\nContent-Disposition: form-data; name=\"a\"\n\nb");
        assertThatThrownBy(() -> Upload.of(cutOff).document(false)).isInstanceOf(RuntimeException.class);
    }
}
