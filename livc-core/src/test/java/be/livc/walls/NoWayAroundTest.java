package be.livc.walls;

import static be.livc.testing.ACell.aCell;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Access;
import be.livc.access.Careless;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.Why;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerBook;
import be.livc.platform.Ids;
import be.livc.testing.ACell;
import be.livc.testing.AFullDisk;
import be.livc.testing.MutableClock;
import be.livc.testing.OnTheTestDatabase;
import be.livc.vault.Vault;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import livc.program.CoreTestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * No content without an entry. What opens content asks for a grant; only access makes one ({@link PackagesTest}); and here:
 * whatever hands one out that opens something appends to the ledger first, and when the ledger cannot be written, nothing
 * is read and nothing is changed.
 */
@SpringBootTest(classes = {CoreTestApplication.class, MutableClock.Parts.class})
class NoWayAroundTest implements OnTheTestDatabase {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("be.livc");

    @Autowired
    BeanFactory beans;

    @Autowired
    Access access;

    @Autowired
    Entitlements entitlements;

    @Autowired
    LedgerBook book;

    @Test
    void whatever_hands_out_a_grant_that_opens_content_appends_to_the_ledger() {
        whoeverGrantsAppends().check(CORE);
    }

    @Test
    void a_use_case_without_an_entry_fails_the_build() {
        JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);

        assertThatThrownBy(() -> whoeverGrantsAppends().check(careless))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("showsWithoutAWord");
    }

    @Test
    void the_vault_opens_nothing_without_a_grant() {
        assertThat(CORE.get(Vault.class).getMethods())
                .filteredOn(method -> method.getName().startsWith("open")
                        && method.getModifiers().contains(JavaModifier.PUBLIC))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getRawParameterTypes())
                        .extracting(JavaClass::getName)
                        .contains(Grant.class.getName()));
    }

    @Test
    void when_the_ledger_cannot_be_written_nothing_is_read() throws Exception {
        ACell cell = aCell().withMandate("An", Capacity.COORDINATOR).foundedIn(beans);
        Actor an = cell.actor("An");
        UUID file = Ids.next();
        cell.transact(() ->
                entitlements.protect(ObjectType.CASE, file, Optional.of(file), Optional.empty(), Optional.empty()));
        long before = cell.in(book::size);
        AFullDisk.during(() -> assertThatThrownBy(() -> cell.transact(() -> access.toRead(an, ObjectType.CASE, file)))
                .isInstanceOf(RuntimeException.class));

        assertThat(cell.in(book::size)).isEqualTo(before);
        assertThat(cell.transact(() -> access.toRead(an, ObjectType.CASE, file)).sees(file))
                .isTrue();
        assertThat(cell.in(book::size)).isEqualTo(before + 1);
    }

    @Test
    void the_database_forgets_who_may_see_a_case_only_once_its_key_is_destroyed() {
        ACell cell = aCell().withMandate("An", Capacity.COORDINATOR)
                .withMandate("Els", Capacity.MEMBER)
                .foundedIn(beans);
        UUID file = Ids.next();
        cell.transact(() -> {
            entitlements.protect(ObjectType.CASE, file, Optional.of(file), Optional.empty(), Optional.empty());
            entitlements.entitle(file, cell.actor("Els").mandate(), Why.RECIPIENT);
        });

        cell.transact(() -> entitlements.forgetAll(file));

        assertThat(cell.transact(() -> entitlements.holdersOf(List.of(file), Why.RECIPIENT)))
                .containsKey(file);
    }

    private static ArchRule whoeverGrantsAppends() {
        return classes()
                .that()
                .areNotAssignableTo(Grant.class)
                .and()
                .areNotAssignableTo(Sight.class)
                .should(new ArchCondition<>("append to the ledger before they hand out what opens content") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethods().stream()
                                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(method -> reaches(method, NoWayAroundTest::grants, new HashSet<>()))
                                .filter(method -> !reaches(method, NoWayAroundTest::appends, new HashSet<>()))
                                .forEach(method ->
                                        events.add(SimpleConditionEvent.violated(method, method.getFullName())));
                    }
                });
    }

    /** Whether the method, or what it calls in its own class, makes such a call. */
    private static boolean reaches(JavaMethod method, Predicate<JavaMethodCall> such, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> such.test(call)
                                || call.getTargetOwner().equals(method.getOwner())
                                        && call.getTarget()
                                                .resolveMember()
                                                .filter(next -> reaches(next, such, seen))
                                                .isPresent());
    }

    private static boolean grants(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Grant.class)
                && Set.of("toRead", "toSearch").contains(call.getName());
    }

    private static boolean appends(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Ledger.class)
                && call.getName().startsWith("append");
    }
}
