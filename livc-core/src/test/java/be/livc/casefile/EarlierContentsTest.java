package be.livc.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.transfer.Summary;
import org.junit.jupiter.api.Test;

/** What was sealed by an earlier version of the program is still read. */
class EarlierContentsTest {

    @Test
    void an_offer_whose_pieces_had_no_name_of_their_own_yet_is_read_with_the_names_of_their_types() {
        Summary summary = new Contents()
                .value(
                        """
                        {"subject": {"familyName": "Haerinck", "givenNames": "Ruben", "aliases": []},
                         "number": "D-2026-001", "reason": "Komt vrij",
                         "lines": [{"type": "LISTING", "code": "LIST", "day": "2026-10-19", "secret": false}]}
                        """,
                        Summary.class);

        assertThat(summary.lines()).singleElement().satisfies(line -> {
            assertThat(line.type()).isEqualTo("LISTING");
            assertThat(line.called()).isEmpty();
        });
    }
}
