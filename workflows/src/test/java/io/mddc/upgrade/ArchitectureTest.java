package io.mddc.upgrade;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The arrows of docs/design.md between packages; those between modules are Maven's. */
@AnalyzeClasses(packages = "io.mddc.upgrade", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] DOMAIN = {
        "io.mddc.upgrade.cluster..",
        "io.mddc.upgrade.plan..",
        "io.mddc.upgrade.run..",
        "io.mddc.upgrade.window..",
        "io.mddc.upgrade.slots..",
        "io.mddc.upgrade.eta..",
        "io.mddc.upgrade.protocol.."
    };

    @ArchTest
    static final ArchRule domainKnowsNoFramework = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN)
                    .or(resideInAnyPackage(
                            "java.lang..",
                            "java.util..",
                            "java.time..",
                            "java.net",
                            "com.google.common.base",
                            "com.fasterxml.jackson.annotation",
                            "org.jspecify.annotations")));

    @ArchTest
    static final ArchRule clusterDependsOnNoOtherPackage = noClasses()
            .that()
            .resideInAPackage("io.mddc.upgrade.cluster..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("io.mddc.upgrade..").and(not(resideInAnyPackage("io.mddc.upgrade.cluster.."))));

    @ArchTest
    static final ArchRule decisionsReadNoClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule decisionsUseNoChanceThreadOrFile = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.concurrent..", "java.io..", "java.nio.file..", "java.net.http..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.mddc.upgrade.(*)..").should().beFreeOfCycles();
}
