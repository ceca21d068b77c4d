package be.livc.vault;

import be.livc.platform.CellId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jasypt.encryption.pbe.PooledPBEStringEncryptor;
import org.jasypt.iv.RandomIvGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one field costs: from text to {@link Sealed} and back with its place as associated data, as {@link Vault} does it once it
 * has the key; beside Jasypt's pooled password-based encryptor with its usual 1,000 iterations, and beside AES-GCM of the Java
 * platform with a new cipher each time, which gets its associated data made ready. One thread, all in one run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SealBench {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final double AGAINST_JASYPT = 300;
    private static final double AGAINST_JCE = 1;

    /** Characters of the field; ASCII, so also bytes. */
    @Param({"200", "8192"})
    public int size;

    private final SecureRandom random = new SecureRandom();
    private String text;
    private Place place;
    private Key key;
    private byte[] column;
    private PooledPBEStringEncryptor jasypt;
    private String byJasypt;
    private SecretKeySpec raw;
    private byte[] bound;
    private byte[] byJce;

    /** Makes keys and one value of each kind. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        text = "Tijdens het overleg zei de school dat het beter gaat. ".repeat(size).substring(0, size);
        UUID record = UUID.randomUUID();
        place = new Place(new CellId(UUID.randomUUID()), record, "case_item", "text", UUID.randomUUID());
        key = Key.of(Key.fresh());
        column = sealed().toColumn();
        jasypt = new PooledPBEStringEncryptor();
        jasypt.setPoolSize(Runtime.getRuntime().availableProcessors());
        jasypt.setAlgorithm("PBEWITHHMACSHA512ANDAES_256");
        jasypt.setIvGenerator(new RandomIvGenerator());
        jasypt.setPassword(Base64.getEncoder().encodeToString(Key.fresh()));
        byJasypt = jasypt.encrypt(text);
        raw = new SecretKeySpec(Key.fresh(), "AES");
        bound = place.associatedData();
        byJce = jceSeal();
    }

    /** Seals a text to its place. */
    @Benchmark
    public Sealed sealed() {
        return Sealed.made(key.seal(text.getBytes(StandardCharsets.UTF_8), place.associatedData()), place);
    }

    /** Opens it from its column. */
    @Benchmark
    public String opened() throws GeneralSecurityException {
        Sealed sealed = Sealed.fromColumn(column).at(place);
        return new String(
                key.open(sealed.ciphertext(), sealed.place().associatedData()), StandardCharsets.UTF_8);
    }

    /** The same text under a password. */
    @Benchmark
    public String jasyptSeal() {
        return jasypt.encrypt(text);
    }

    /** And back. */
    @Benchmark
    public String jasyptOpen() {
        return jasypt.decrypt(byJasypt);
    }

    /** The same text by the platform alone. */
    @Benchmark
    public byte[] jceSeal() throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, raw, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        byte[] ciphertext = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + ciphertext.length)
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    /** And back. */
    @Benchmark
    public String jceOpen() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, raw, new GCMParameterSpec(TAG_BITS, byJce, 0, NONCE_BYTES));
        cipher.updateAAD(bound);
        return new String(
                cipher.doFinal(byJce, NONCE_BYTES, byJce.length - NONCE_BYTES), StandardCharsets.UTF_8);
    }

    /** Runs all and prints the ratios with their goals. */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(SealBench.class.getName())
                        .jvmArgs("-Xmx1g")
                        .build())
                .run();
        Map<String, Double> perSecond = new HashMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            perSecond.put(
                    name.substring(name.lastIndexOf('.') + 1) + result.getParams().getParam("size"),
                    result.getPrimaryResult().getScore());
        }
        for (String size : new String[] {"200", "8192"}) {
            tell("seal", size, perSecond, "sealed", "jasyptSeal", AGAINST_JASYPT);
            tell("open", size, perSecond, "opened", "jasyptOpen", AGAINST_JASYPT);
            tell("seal", size, perSecond, "sealed", "jceSeal", AGAINST_JCE);
            tell("open", size, perSecond, "opened", "jceOpen", AGAINST_JCE);
        }
    }

    private static void tell(
            String what, String size, Map<String, Double> perSecond, String ours, String theirs, double goal) {
        double mine = perSecond.get(ours + size);
        double other = perSecond.get(theirs + size);
        System.out.printf(
                "%s %s B: %,.0f a second, %s %,.0f a second: %.2fx (goal: at least %.0fx: %s)%n",
                what, size, mine, theirs, other, mine / other, goal, mine / other >= goal ? "met" : "not met");
    }
}
