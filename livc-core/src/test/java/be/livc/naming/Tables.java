package be.livc.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Public ways of writing one script in another, as tables of letters, the longest first. They know nothing of how the search
 * reads letters: phonemes, Cyrillic, Greek and Turkish letters on the left, what a registry writes on the right.
 */
final class Tables {

    private static final Map<String, List<Map<String, String>>> BY_CULTURE = new HashMap<>();

    /** Arabic phonemes as English, French, Dutch, German and Turkish papers write them. */
    private static final String[] ARABIC = {
        "aa=a ii=i uu=u sh=sh kh=kh gh=gh th=th dh=dh H=h S=s D=d T=t Z=z `= '= j=j w=w y=y q=q iyy=i ay=ay aw=aw",
        "aa=a ii=i uu=ou u=ou sh=ch kh=kh gh=gh th=th dh=d H=h S=s D=d T=t Z=d `= '= j=j w=ou y=y q=k iyy=i ay=ay aw=aou",
        "aa=a ii=i uu=oe u=oe sh=sj kh=ch gh=gh th=th dh=d H=h S=s D=d T=t Z=d `= '= j=dj w=w y=j q=k iyy=i ay=ai aw=au",
        "aa=a ii=i uu=u sh=sch kh=ch gh=gh th=th dh=d H=h S=s D=d T=t Z=z `= '= j=dsch w=w y=j q=k iyy=i ay=ei aw=au",
        "aa=a ii=i uu=u sh=ş kh=h gh=g th=s dh=z H=h S=s D=d T=t Z=z `= '= j=c w=v y=y q=k iyy=i ay=ey aw=av",
        "aa=aa ii=ee uu=oo sh=sh kh=kh gh=gh th=th dh=dh H=h S=s D=d T=t Z=z `=a '= j=j w=w y=y q=q iyy=i ay=ai aw=aw",
        "aa=a ii=i uu=ou u=o i=e sh=ch kh=kh gh=rh th=t dh=d H=h S=ss D=d T=t Z=d `=a '= j=dj w=w y=i q=q iyy=i ay=ei aw=aou",
    };

    private static final String ARABIC_SCRIPT =
            "aa=ا ii=ي uu=و sh=ش kh=خ gh=غ th=ث dh=ذ H=ح S=ص D=ض T=ط Z=ظ `=ع '=ء b=ب t=ت j=ج d=د r=ر z=ز s=س f=ف q=ق k=ك l=ل m=م"
                    + " n=ن h=ه w=و y=ي g=غ p=ب v=ف iyy=ي a= i= u= e= o=و";

    /** BGN/PCGN, ICAO (passports), French, Dutch, German, ISO 9 without accents. */
    private static final String[] CYRILLIC = {
        "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g",
        "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia і=i ї=i є=ie ґ=g",
        "а=a б=b в=v г=g д=d е=e ё=io ж=j з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=ou ф=f х=kh ц=ts ч=tch ш=ch щ=chtch ъ= ы=y ь= э=e ю=iou я=ia дж=dj і=i ї=i є=ie ґ=g",
        "а=a б=b в=v г=g д=d е=e ё=jo ж=zj з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=oe ф=f х=ch ц=ts ч=tsj ш=sj щ=sjtsj ъ= ы=y ь= э=e ю=joe я=ja дж=dzj і=i ї=ji є=je ґ=g",
        "а=a б=b в=w г=g д=d е=e ё=jo ж=sch з=s и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=z ч=tsch ш=sch щ=schtsch ъ= ы=y ь= э=e ю=ju я=ja дж=dsch і=i ї=ji є=je ґ=g",
        "а=a б=b в=v г=g д=d е=e ё=e ж=z з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ч=c ш=s щ=sc ъ= ы=y ь= э=e ю=ju я=ja і=i ї=ji є=je ґ=g",
    };

    private static final String[] BULGARIAN = {
        "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya",
        "а=a б=b в=v г=g д=d е=e ж=j з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=ou ф=f х=h ц=tz ч=tch ш=ch щ=cht ъ=a ь=i ю=iou я=ia",
        "а=a б=b в=v г=g д=d е=e ж=zj з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=oe ф=f х=ch ц=ts ч=tsj ш=sj щ=sjt ъ=a ь=j ю=joe я=ja",
        "а=a б=b в=w г=g д=d е=e ж=sch з=s и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=z ч=tsch ш=sch щ=scht ъ=a ь=j ю=ju я=ja",
    };

    /** ELOT 743, a common spelling by sound, and French. */
    private static final String[] GREEK = {
        "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ου=ou αυ=av ευ=ev μπ=b",
        "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=ph χ=h ψ=ps ω=o ου=u αυ=av ευ=ef μπ=b αι=e ει=i οι=i",
        "α=a β=v γ=y δ=d ε=e ζ=z η=e θ=th ι=i κ=c λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=ph χ=kh ψ=ps ω=o ου=ou αυ=av ευ=ev μπ=mp",
    };

    /** As written, without marks, and as German, Dutch and French papers write it by sound. */
    private static final String[] TURKISH = {
        "",
        "ş=s ç=c ğ=g ı=i ö=o ü=u",
        "ş=sch ç=tsch c=dsch ğ= ı=i ö=oe ü=ue y=j",
        "ş=sj ç=tsj c=dj ğ= ı=i ö=o ü=u u=oe y=j",
        "ş=ch ç=tch c=dj ğ=g ı=i ö=eu ü=u u=ou",
        "ş=sh ç=ch c=j ğ=gh ı=i ö=o ü=u",
    };

    private static final String[] POLISH = {
        "", "ł=l ą=a ę=e ć=c ń=n ó=o ś=s ź=z ż=z", "ł=l ą=on ę=en ć=ch ń=n ó=u ś=sh ź=z ż=zh sz=sh cz=ch rz=zh w=v",
    };

    static {
        BY_CULTURE.put("ar", tables(ARABIC));
        BY_CULTURE.put("ru", tables(CYRILLIC));
        BY_CULTURE.put("ce", tables(CYRILLIC));
        BY_CULTURE.put("bg", tables(BULGARIAN));
        BY_CULTURE.put("el", tables(GREEK));
        BY_CULTURE.put("tr", tables(TURKISH));
        BY_CULTURE.put("pl", tables(POLISH));
    }

    private static final Map<String, String> TO_ARABIC = table(ARABIC_SCRIPT);

    private Tables() {}

    private static List<Map<String, String>> tables(String[] lines) {
        List<Map<String, String>> tables = new ArrayList<>();
        for (String line : lines) {
            tables.add(table(line));
        }
        return tables;
    }

    private static Map<String, String> table(String line) {
        Map<String, String> table = new LinkedHashMap<>();
        for (String rule : line.isBlank() ? new String[0] : line.split(" ")) {
            int equals = rule.indexOf('=');
            table.put(rule.substring(0, equals), rule.substring(equals + 1));
        }
        return table;
    }

    static int waysOf(String culture) {
        return BY_CULTURE.containsKey(culture) ? BY_CULTURE.get(culture).size() : 1;
    }

    static boolean hasScript(String culture) {
        return List.of("ar", "ru", "ce", "bg", "el").contains(culture);
    }

    /** The name in Latin letters, in one of the ways of its culture. */
    static String latin(String culture, String name, int way) {
        if (!BY_CULTURE.containsKey(culture)) {
            return name.replace('-', ' ');
        }
        boolean arabic = culture.equals("ar");
        String letters = arabic ? assimilated(name) : lower(culture, name);
        return capitals(written(letters, BY_CULTURE.get(culture).get(way)));
    }

    /** The name in its own script. */
    static String script(String culture, String name) {
        if (!culture.equals("ar")) {
            return name;
        }
        String once = name.replaceAll("([^aiu])\\1", "$1").replace("al-", "aal");
        String ended = once.replaceAll("(?<=[^aiu])a\\b", "T")
                .replaceAll("(?<=[^aiu])i\\b", "ii")
                .replaceAll("(?<=[^aiu])u\\b", "uu")
                .replace("ai", "ay")
                .replaceAll("T\\b", "aa");
        return written(ended.replaceAll("^([iu])", "aa"), TO_ARABIC);
    }

    private static String lower(String culture, String name) {
        return name.toLowerCase(culture.equals("tr") ? Locale.forLanguageTag("tr") : Locale.ROOT)
                .replace("ΐ", "ι")
                .replace("ϊ", "ι")
                .replace("ά", "α")
                .replace("έ", "ε")
                .replace("ή", "η")
                .replace("ί", "ι")
                .replace("ό", "ο")
                .replace("ύ", "υ")
                .replace("ώ", "ω");
    }

    private static String assimilated(String name) {
        return name.replace("al-", "el ");
    }

    private static String written(String letters, Map<String, String> table) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < letters.length()) {
            int length = Math.min(3, letters.length() - at);
            while (length > 1 && !table.containsKey(letters.substring(at, at + length))) {
                length--;
            }
            String letter = letters.substring(at, at + length);
            text.append(table.getOrDefault(letter, letter));
            at += length;
        }
        return text.toString();
    }

    static String capitals(String name) {
        StringBuilder text = new StringBuilder();
        boolean start = true;
        for (char letter : name.toCharArray()) {
            text.append(start ? Character.toUpperCase(letter) : letter);
            start = !Character.isLetter(letter);
        }
        return text.toString();
    }
}
