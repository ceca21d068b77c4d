package be.livc.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Records hold the codes of their names, made once. */
class BeiderMorseTest {

    /** Of the codes of all names of the file. */
    private static final int AS_RECORDS_HOLD_THEM = 1_277_479_326;

    @Test
    void the_codes_of_names_are_those_that_records_hold() throws IOException {
        Map<String, List<Integer>> codes = new TreeMap<>();
        PersonName.phoneticCodes(names())
                .forEach((word, ofWord) ->
                        codes.put(word, Arrays.stream(ofWord).boxed().toList()));

        assertThat(codes).hasSizeGreaterThan(500);
        assertThat(codes.hashCode())
                .as("A record whose codes are made by other rules misses who sounds alike. Give the lines of codes in"
                        + " SearchRecord another mark and pass over those of before, so that they are made anew; then"
                        + " change this number.")
                .isEqualTo(AS_RECORDS_HOLD_THEM);
    }

    private static List<String> names() throws IOException {
        try (InputStream file = BeiderMorseTest.class.getResourceAsStream("base-names.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
