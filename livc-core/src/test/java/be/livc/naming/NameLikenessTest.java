package be.livc.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spelling, script, order, particles, initials and one typing error do not hide a name; another name stays another. */
class NameLikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Janssens, Jansen",
        "Janssens, Jànsen",
        "JANSSENS, janssens",
        "Jan Janssens, Jan Janseens",
        "Yilmaz, Yılmaz",
        "Lukasz Wojcik, Łukasz Wójcik",
        "Van Dyck, van dijk",
        "Vandenberghe, Van den Bergh",
        "Benali Youssef, Yousef Ben Ali",
        "Matthys, Mathijs",
        "D'hondt, dhondt",
        "Joesoef, يوسف",
        "Djokhar Doedajev, Джохар Дудаев",
        "Giorgos, Γιώργος",
        "Abdel Kader, Abdelkader",
        "Es-Sadiki, El Sadiki",
        "M. Benali, Mohamed Benali",
        "JP Dubois, Jean-Pierre Dubois",
        "Sacha Petrov, Aleksandr Petrov",
        "Cabdi Xasan, Abdi Hassan",
        "A. Hassan, Cabdi Xasan",
        "Mo7amed 3omar, Mohamed Omar",
        "Ph. Claes, Philippe Claes",
        "Yu. Sokolova, Yulia Sokolova",
        "Abd ar-Rahman Zahrani, عبد الرحمن الزهراني",
        "Souhail Zaoui, سهيل الزاوي",
        "Xhevdet Rama, Djevdet Rama",
        "8runo Baeten, Bruno Baeten",
        "Ja1al 5bai, Jalal Sbai",
        "5alid 3omar, Khalid Omar",
        "Ernma Simoens, Emma Simoens",
        "Majd Nejjar, Madjd Nedjjar",
        "Tsoev Adam, Adam Zojew",
        "Cathérine Aerts, Trien Aerts",
        "Haji Abdul Qahar, Abdul Qahar",
    })
    void it_is_the_same_name(String sought, String known) {
        assertThat(match(sought, known).isFound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Jan Janssens, Jan Peeters",
        "Van den Berghe, Van den Bossche",
        "El Amrani, El Khatib",
        "Jan, Ina",
        "Janssens, Claes",
        "Fatima Benali, Karima Benali",
        "Mohamed Amine Benali, Mohamed Amine Bouzid",
        "Ahmed ben Mohamed Alaoui, Mohamed ben Ahmed Alaoui",
        "K. Benali, Mohamed Benali",
        "J, Jan Janssens",
        "Karim Tazi, Aziz Tazi",
        "Abdelkarim Tazi, Abdelaziz Tazi",
        "Karima Tazi, كريم التازي",
        "Fahreddine Tazi, Kheireddine Tazi",
        "Nasrullah Tokhi, Nurullah Tokhi",
        "Karim Tazi, Akram Tazi",
        "Ph. Claes, Christian Claes",
        "Elnur Rashad oglu Quliyev, Rashad Elnur oglu Quliyev",
    })
    void it_is_another_name(String sought, String known) {
        assertThat(match(sought, known).isFound()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Jan Janssens, Jan Janssens, ''",
        "Janssens Jan, Jan Janssens, ORDER",
        "Moustafa, Mustapha, SOUND",
        "Jan Janseens, Jan Janssens, SOUND",
        "Karmi Benali, Karim Benali, TYPING",
        "Abdel Kader, Abdelkader, JOINED",
        "El Amrani, Amrani, PARTICLES",
        "M Benali, Mohamed Benali, INITIAL",
        "Jef Claes, Jozef Claes, SHORT_FORM",
        "Benali, Mohamed Benali, PART",
        "Хасан, Hasan, SOUND",
        "محمد, Mohamed, SCRIPT",
    })
    void it_says_in_what_way_they_differ(String sought, String known, String difference) {
        if (difference.isEmpty()) {
            assertThat(match(sought, known).why()).isEmpty();
        } else {
            assertThat(match(sought, known).why()).contains(Difference.valueOf(difference));
        }
    }

    @Test
    void the_nearer_name_scores_higher() {
        assertThat(score("Jan Janssens", "Jan Janssens")).isEqualTo(1);
        assertThat(score("Janssens", "Janssens")).isGreaterThan(score("Janssens", "Jansen"));
        assertThat(score("Janssens", "Jan Janssens")).isGreaterThan(score("Janssens", "Jan Jansen"));
        assertThat(score("Jan Janssens", "Jan Janssens")).isGreaterThan(score("Jan Janssens", "Janssens Jan"));
    }

    @Test
    void nothing_scores_nothing() {
        assertThat(score("", "Janssens")).isZero();
        assertThat(score("Janssens", "--")).isZero();
    }

    /** Against the textbook's recursion on random words. */
    @Test
    void typing_errors_are_counted_as_the_slow_way_counts_them() {
        long seed = 20260727;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String one = word(random);
            String other = word(random);
            assertThat(TypingDistance.distance(one, other))
                    .as("%s and %s, seed %d", one, other, seed)
                    .isEqualTo(slowly(one, other));
        }
    }

    /** What is cheap one way is cheap the other way, and a word is nothing apart from itself. */
    @Test
    void the_distance_of_sounds_is_the_same_both_ways() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String one = Sounds.of(word(random));
            String other = Sounds.of(word(random));
            assertThat(SoundDistance.between(one, other, false))
                    .as("%s and %s, seed %d", one, other, seed)
                    .isEqualTo(SoundDistance.between(other, one, false));
            assertThat(SoundDistance.between(one, one, false)).isZero();
        }
    }

    /** What lets hopeless words be passed over early never passes over one that is near enough. */
    @Test
    void a_bound_on_a_distance_never_hides_one_within_it() {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String one = word(random);
            String other = word(random);
            int errors = TypingDistance.distance(one, other);
            int most = random.nextInt(4);
            assertThat(TypingDistance.isWithin(SoundCosts.coded(one), SoundCosts.coded(other), most))
                    .as("%s and %s, %d errors, seed %d", one, other, most, seed)
                    .isEqualTo(errors <= most);
            byte[] sounds = SoundCosts.coded(Sounds.of(one));
            byte[] others = SoundCosts.coded(Sounds.of(other));
            int distance = new SoundDistance(others, false).to(sounds, Integer.MAX_VALUE);
            assertThat(Math.abs(SoundCosts.mass(sounds) - SoundCosts.mass(others)))
                    .as("%s and %s, seed %d", one, other, seed)
                    .isLessThanOrEqualTo(distance);
            assertThat(Landmarks.apart(Landmarks.of(sounds), Landmarks.of(others)))
                    .as("%s and %s, seed %d", one, other, seed)
                    .isLessThanOrEqualTo(distance);
            int bound = random.nextInt(300);
            assertThat(new SoundDistance(others, false).to(sounds, bound) <= bound)
                    .as("%s and %s within %d, seed %d", one, other, bound, seed)
                    .isEqualTo(distance <= bound);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            word.append("abchjs".charAt(random.nextInt(6)));
        }
        return word.toString();
    }

    private static int slowly(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length();
        }
        String less = one.substring(0, one.length() - 1);
        String otherLess = other.substring(0, other.length() - 1);
        boolean same = one.charAt(one.length() - 1) == other.charAt(other.length() - 1);
        if (same) {
            return slowly(less, otherLess);
        }
        int least = Math.min(Math.min(slowly(less, other), slowly(one, otherLess)), slowly(less, otherLess)) + 1;
        boolean swapped = one.length() > 1
                && other.length() > 1
                && one.charAt(one.length() - 1) == other.charAt(other.length() - 2)
                && one.charAt(one.length() - 2) == other.charAt(other.length() - 1);
        return swapped
                ? Math.min(
                        least, slowly(one.substring(0, one.length() - 2), other.substring(0, other.length() - 2)) + 1)
                : least;
    }

    private static double score(String sought, String known) {
        return match(sought, known).score();
    }

    private static Match match(String sought, String known) {
        return NameLikeness.of(PersonName.of(sought), PersonName.of(known));
    }
}
