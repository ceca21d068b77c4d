package be.livc.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import be.livc.access.Access;
import be.livc.access.Grant;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.data.repository.Repository;

/** The rooms of the core have walls: which package may use which, and who may make what. */
@AnalyzeClasses(packages = "be.livc", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    /** For each room, the rooms it may use. */
    private static final Map<String, String[]> MAY_USE = Map.ofEntries(
            Map.entry("platform", new String[] {}),
            Map.entry("naming", new String[] {}),
            Map.entry("calendar", new String[] {"platform"}),
            Map.entry("ledger", new String[] {"platform"}),
            Map.entry("cell", new String[] {"platform"}),
            Map.entry("law", new String[] {"cell", "platform"}),
            Map.entry("access", new String[] {"ledger", "law", "cell", "platform"}),
            Map.entry("vault", new String[] {"naming", "access", "ledger", "cell", "platform"}),
            Map.entry("post", new String[] {"cell", "platform"}),
            Map.entry("draft", new String[] {"vault", "access", "ledger", "cell", "platform"}),
            Map.entry("casefile", new String[] {"naming", "vault", "access", "ledger", "law", "cell", "platform"}),
            Map.entry("signal", new String[] {"casefile", "vault", "access", "ledger", "law", "cell", "platform"}),
            Map.entry(
                    "consultation",
                    new String[] {"post", "casefile", "vault", "access", "ledger", "law", "cell", "platform"}),
            Map.entry(
                    "document",
                    new String[] {"consultation", "casefile", "vault", "access", "ledger", "law", "cell", "platform"}),
            Map.entry("letter", new String[] {"access", "ledger", "cell", "platform"}),
            Map.entry("rights", new String[] {"casefile", "vault", "access", "ledger", "law", "cell", "platform"}),
            Map.entry(
                    "transfer",
                    new String[] {"rights", "casefile", "vault", "access", "ledger", "law", "cell", "platform"}),
            Map.entry(
                    "exchange",
                    new String[] {"consultation", "casefile", "vault", "access", "ledger", "law", "cell", "platform"}),
            Map.entry("threshold", new String[] {"access", "ledger", "cell", "platform"}),
            Map.entry("oversight", new String[] {"access", "ledger", "cell", "platform"}),
            Map.entry("insight", new String[] {"desk", "access", "ledger", "cell", "platform"}),
            Map.entry("desk", new String[] {"calendar", "access", "ledger", "cell", "platform"}),
            Map.entry("setup", new String[] {"rights", "vault", "access", "ledger", "law", "cell", "platform"}));

    @TestFactory
    Stream<DynamicTest> each_room_uses_only_the_rooms_below_it() {
        var core = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("be.livc");
        return MAY_USE.keySet().stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> rule(room).check(core)));
    }

    private static ArchRule rule(String room) {
        String[] forbidden = MAY_USE.keySet().stream()
                .filter(other ->
                        !other.equals(room) && Arrays.stream(MAY_USE.get(room)).noneMatch(other::equals))
                .map(other -> "be.livc." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("be.livc." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(false);
    }

    @ArchTest
    static final ArchRule no_circle_of_rooms =
            slices().matching("be.livc.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_access_makes_a_grant = noClasses()
            .that()
            .resideOutsideOfPackage(Access.class.getPackageName())
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "makes a grant", call -> call.getTargetOwner().isEquivalentTo(Grant.class)))
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "asks Grant for a grant",
                    call -> call.getTargetOwner().isEquivalentTo(Grant.class)
                            && call.getTarget().getName().startsWith("to")
                            && !call.getTarget().getName().equals("toString")));

    @ArchTest
    static final ArchRule only_a_hand_over_acts_in_another_cell_for_somebody = noClasses()
            .that()
            .resideOutsideOfPackages("be.livc.transfer", "be.livc.access")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "asks for the grant of the program",
                    call -> call.getTargetOwner().isEquivalentTo(Access.class)
                            && call.getTarget().getName().equals("toCarryOver")));

    @ArchTest
    static final ArchRule an_entity_has_no_setters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule the_desk_and_the_figures_never_reach_a_case = noClasses()
            .that()
            .resideInAnyPackage("be.livc.desk..", "be.livc.insight..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.livc.casefile..", "be.livc.vault..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_system_clock_is_read_by_nobody_but_the_clock = noClasses()
            .that(DescribedPredicate.describe(
                    "are not the configuration of the clock",
                    (JavaClass type) -> !type.getSimpleName().equals("PlatformConfiguration")))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule repositories_stay_inside_their_room =
            classes().that().areAssignableTo(Repository.class).should().notBePublic();
}
