package io.mddc.upgrade.controlcenter;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;

/** The arrows between the rooms of the control center. */
@AnalyzeClasses(packages = "io.mddc.upgrade.controlcenter", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String ROOT = "io.mddc.upgrade.controlcenter";
    private static final String[] FEATURES = {
        ROOT + ".inventory..",
        ROOT + ".packages..",
        ROOT + ".upgrades..",
        ROOT + ".permits..",
        ROOT + ".settings..",
        ROOT + ".emergency..",
        ROOT + ".windows..",
        ROOT + ".access..",
        ROOT + ".audit..",
        ROOT + ".console..",
        ROOT + ".terminal..",
        ROOT + ".engine.."
    };

    @ArchTest
    static final ArchRule holdDependsOnNoFeature = noClasses()
            .that()
            .resideInAPackage(ROOT + ".hold..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    @ArchTest
    static final ArchRule restAndStoreKnowNoFeature = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".rest..", ROOT + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    /** The wiring hands a room its own; nobody else reaches in. */
    @ArchTest
    static final ArchRule aDaoIsForItsOwnRoom =
            classes().that().haveSimpleNameEndingWith("Dao").should(beUsedInItsOwnRoomOnly());

    private static ArchCondition<JavaClass> beUsedInItsOwnRoomOnly() {
        return new ArchCondition<>("be used in its own room and the wiring only") {
            @Override
            public void check(JavaClass dao, ConditionEvents events) {
                dao.getDirectDependenciesToSelf().stream()
                        .filter(use -> !List.of(ROOT, dao.getPackageName())
                                .contains(use.getOriginClass().getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyKnowsTheWiring =
            noClasses().that().resideOutsideOfPackage(ROOT).should().dependOnClassesThat(resideInAPackage(ROOT));

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that(resideInAnyPackage(FEATURES).and(not(resideInAnyPackage(ROOT + ".terminal..", ROOT + ".engine.."))))
            .should()
            .callMethod(Instant.class, "now");
}
