package be.livc.naming;

import java.util.List;

/** Family names and patronymics that are made from a given name by an ending. */
final class Descent {

    private static final List<String> ENDINGS = List.of(
            "s", "sen", "ssen", "ssens", "sens", "son", "sson", "zoon", "ens", "kens", "ken", "ov", "ova", "ev", "eva",
            "yev", "yeva", "in", "ina", "ovich", "evich", "ovna", "evna", "ovitch", "evitch", "owicz", "ewicz", "ski",
            "sky", "skaya", "ska", "enko", "uk", "chuk", "oglu", "ogly", "zade", "zadeh", "yan", "ian", "dze", "shvili",
            "poulos", "idis", "akis", "i", "ou");

    private Descent() {}

    static boolean isMadeFrom(String word, String name) {
        return word.startsWith(name) && ENDINGS.contains(word.substring(name.length()));
    }
}
