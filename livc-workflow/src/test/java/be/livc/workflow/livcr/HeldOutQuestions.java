package be.livc.workflow.livcr;

import be.livc.casefile.Subject;
import be.livc.workflow.livcr.QuestionSet.Holds;
import be.livc.workflow.livcr.QuestionSet.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The half of the questions that the guard was not made from: other frames, streets and spellings (held-out-questions.txt), and
 * names of other origins, from lists that nobody here wrote or read.
 */
final class HeldOutQuestions {

    private static final List<Holds> KINDS = List.of(
            Holds.NATIONAL_NUMBER,
            Holds.BIRTH_DATE,
            Holds.ADDRESS,
            Holds.PHONE,
            Holds.KNOWN_NAME,
            Holds.NATIONAL_NUMBER,
            Holds.BIRTH_DATE,
            Holds.ADDRESS,
            Holds.PHONE,
            Holds.KNOWN_NAME,
            Holds.EMAIL,
            Holds.STRANGER);

    /** Of these the lists are in the letters that a Belgian types. */
    private static final List<String> CULTURES = List.of("nl", "fr", "tr", "pl", "ar");

    private static final List<String> NUMBERS = List.of(
            "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf");

    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december");

    private static final int SUBJECTS = 60;

    private final Random random;
    private final Map<String, List<String>> frames = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();
    private final List<Subject> subjects = new ArrayList<>();

    HeldOutQuestions(long seed) {
        random = new Random(seed);
        for (String line : lines("/be/livc/workflow/livcr/held-out-questions.txt")) {
            String[] parts = line.split(" \\| ", 2);
            frames.computeIfAbsent(parts[0], kind -> new ArrayList<>()).add(parts[1]);
        }
        for (String line : lines("/be/livc/naming/held-out-names.txt")) {
            String[] parts = line.split(" ");
            List<String> list = names.computeIfAbsent(parts[0] + parts[1], kind -> new ArrayList<>());
            for (int i = 2; i < parts.length; i++) {
                list.add(parts[i].substring(0, 1).toUpperCase(Locale.ROOT) + parts[i].substring(1));
            }
        }
        for (int i = 0; i < SUBJECTS; i++) {
            String[] name = aName();
            subjects.add(new Subject(
                    name[1],
                    name[0],
                    Optional.of(LocalDate.of(1975 + random.nextInt(36), 2, 1 + random.nextInt(28))),
                    List.of()));
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(HeldOutQuestions.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The people that the cell follows in this half. */
    List<Subject> subjects() {
        return List.copyOf(subjects);
    }

    List<Question> questions(int half) {
        List<Question> all = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            all.add(clean(i));
            Holds kind = KINDS.get(i % KINDS.size());
            all.add(holding(kind, identifier(kind)));
        }
        return all;
    }

    private String any(String kind) {
        return any(frames.getOrDefault(kind, List.of()));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int digit() {
        return random.nextInt(10);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        IntStream.range(0, count).forEach(i -> digits.append(digit()));
        return digits.toString();
    }

    /** Each frame in its turn, so that none is left out. */
    private Question clean(int turn) {
        List<String> all = frames.getOrDefault("NOTHING", List.of());
        String text = all.get(turn % all.size())
                .replace("{n}", Integer.toString(2 + random.nextInt(40)))
                .replace("{d}", aWorkingDay());
        return new Question(Holds.NOTHING, asTyped(text), "");
    }

    private String aWorkingDay() {
        LocalDate day = LocalDate.of(2025, 3, 1).plusDays(random.nextInt(700));
        return DateTimeFormatter.ofPattern(
                        any(List.of("d MMMM uuuu", "dd/MM/uuuu", "d/MM", "d.MM.uu", "uuuu-MM-dd", "d MMMM")),
                        Locale.forLanguageTag("nl-BE"))
                .format(day);
    }

    private String asTyped(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> "Beste helpdesk,\n\n" + text + "\n\nMet vriendelijke groeten";
            case 2 -> text.replaceFirst("\\s?[.?!]$", "");
            case 3 -> text + " Alvast bedankt!";
            default -> text;
        };
    }

    private Question holding(Holds kind, String identifier) {
        String frame = any(kind == Holds.KNOWN_NAME || kind == Holds.STRANGER ? "NAME" : kind.name());
        String text = frame.replace("{x}", identifier);
        boolean isName = kind == Holds.KNOWN_NAME || kind == Holds.STRANGER;
        String typed = isName ? text : asTyped(text);
        return new Question(kind, typed, typed.contains(identifier) ? identifier : identifier.toLowerCase(Locale.ROOT));
    }

    private String identifier(Holds kind) {
        return switch (kind) {
            case NATIONAL_NUMBER -> nationalNumber();
            case BIRTH_DATE -> birthDate();
            case ADDRESS -> address();
            case PHONE -> phone();
            case EMAIL -> email();
            case KNOWN_NAME -> {
                Subject who = any(subjects);
                yield written(who.givenNames(), who.familyName());
            }
            default -> {
                String[] name = aName();
                yield written(name[0], name[1]);
            }
        };
    }

    private String[] aName() {
        String culture = any(CULTURES);
        return new String[] {
            any(names.getOrDefault(culture + "G", List.of())), any(names.getOrDefault(culture + "F", List.of()))
        };
    }

    /** Mostly with capitals; one in eight all in small letters. */
    private String written(String given, String family) {
        return switch (random.nextInt(8)) {
            case 0 -> (given + " " + family).toLowerCase(Locale.ROOT);
            case 1 -> family + " " + given;
            case 2 -> family.toUpperCase(Locale.ROOT) + " " + given;
            case 3 -> given.charAt(0) + ". " + family;
            case 4 ->
                Normalizer.normalize(given + " " + family, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
            default -> given + " " + family;
        };
    }

    private String nationalNumber() {
        int year = 1945 + random.nextInt(75);
        int month = 1 + random.nextInt(12) + (random.nextInt(6) == 0 ? 40 : 0);
        String body = String.format(
                Locale.ROOT, "%02d%02d%02d%03d", year % 100, month, 1 + random.nextInt(28), 1 + random.nextInt(997));
        long number = Long.parseLong(body) + (year >= 2000 ? 2_000_000_000L : 0);
        String check = String.format(Locale.ROOT, "%02d", 97 - number % 97);
        String y = body.substring(0, 2);
        String m = body.substring(2, 4);
        String d = body.substring(4, 6);
        String row = body.substring(6);
        return any(List.of(
                y + "." + m + "." + d + "–" + row + "." + check,
                y + m + d + "." + row + "." + check,
                y + "/" + m + "/" + d + "-" + row + "/" + check,
                y + " " + m + " " + d + " - " + row + " - " + check,
                y + "." + m + "." + d + "\u00a0" + row + "." + check,
                y + m + d + "/" + row + check,
                y + "-" + m + "-" + d + " " + row + "-" + check,
                body + " " + check,
                body + check));
    }

    private String birthDate() {
        LocalDate born = LocalDate.of(1948, 1, 1).plusDays(random.nextInt(24_000));
        String month = MONTHS.get(born.getMonthValue() - 1);
        String year = String.format(Locale.ROOT, "%02d", born.getYear() % 100);
        return any(List.of(
                born.getDayOfMonth() + " " + month + " " + born.getYear(),
                born.getDayOfMonth() + " " + month + " '" + year,
                born.getDayOfMonth() + " " + month.substring(0, 3) + ". " + born.getYear(),
                born.getDayOfMonth() + "-" + born.getMonthValue() + "-" + year,
                String.format(Locale.ROOT, "%02d%02d%d", born.getDayOfMonth(), born.getMonthValue(), born.getYear()),
                born.getDayOfMonth() + "–" + born.getMonthValue() + "–" + born.getYear(),
                born.getDayOfMonth() + " / " + born.getMonthValue() + " / " + born.getYear(),
                born.getDayOfMonth() + "de " + month + " " + born.getYear(),
                NUMBERS.get(1 + random.nextInt(12)) + " " + month + " " + born.getYear(),
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH).format(born),
                DateTimeFormatter.ofPattern("uuuu/MM/dd").format(born)));
    }

    private String address() {
        int number = 1 + random.nextInt(250);
        String street = any("STREET");
        String rue = any("RUE");
        return any(List.of(
                street + " " + number,
                street + " " + number + any(List.of("b", " bus 12", "/3", " bte 4", "-" + (number + 2))),
                street + " nr. " + number,
                street + " " + number + ", " + any("TOWN"),
                street + " " + number + " te " + any("TOWN"),
                number + " " + rue,
                rue + " " + number,
                rue + ", " + number));
    }

    private String phone() {
        String mobile = "4" + (55 + random.nextInt(45));
        String a = digits(2);
        String b = digits(2);
        String c = digits(2);
        return any(List.of(
                "0" + mobile + "/" + a + " " + b + " " + c,
                "0" + mobile + "." + a + "." + b + "." + c,
                "(0" + mobile + ") " + a + " " + b + " " + c,
                "+32" + mobile + a + b + c,
                "+32 (0)" + mobile + "/" + a + "." + b + "." + c,
                "0" + mobile + "-" + a + "-" + b + "-" + c,
                "0" + mobile + " " + a + b.charAt(0) + " " + b.charAt(1) + c,
                "0" + mobile + "\u00a0" + a + "\u00a0" + b + "\u00a0" + c,
                "0" + mobile.substring(0, 2) + " " + mobile.charAt(2) + a + " " + b + c,
                "03 – " + digits(3) + " " + a + " " + b,
                "056/" + a + "." + b + "." + c,
                "09-" + digits(3) + a + b,
                "+31 6 " + digits(8),
                "+33 6 " + a + " " + b + " " + c + " " + digits(2),
                "nul vier " + NUMBERS.get(5 + digit() % 5) + " " + NUMBERS.get(digit()) + " " + NUMBERS.get(digit())
                        + " " + NUMBERS.get(digit()) + " " + NUMBERS.get(digit())));
    }

    private String email() {
        String who = any(names.getOrDefault("nlG", List.of())).toLowerCase(Locale.ROOT);
        String host = any(List.of("telenet", "skynet", "gmail", "scholen-zuid"));
        return any(List.of(
                who + digits(2) + "@" + host + ".be",
                who + "_" + digits(4) + "@" + host + ".com",
                who + " [at] " + host + ".be",
                who + "(at)" + host + ".be",
                who + " at " + host + " punt be"));
    }
}
