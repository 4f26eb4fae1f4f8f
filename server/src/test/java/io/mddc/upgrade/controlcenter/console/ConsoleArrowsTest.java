package io.mddc.upgrade.controlcenter.console;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.mddc.upgrade.controlcenter.console",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ConsoleArrowsTest {
    @ArchTest
    static final ArchRule goesThroughWhatRestGoesThroughAndTouchesNoDao = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.mddc.upgrade.controlcenter..")
                    .and(not(resideInAPackage("io.mddc.upgrade.controlcenter.console..")))
                    .and(not(resideInAPackage("io.mddc.upgrade.controlcenter.upgrades..")))
                    .and(not(resideInAPackage("io.mddc.upgrade.controlcenter.settings..")))
                    .and(not(resideInAPackage("io.mddc.upgrade.controlcenter.access..")))
                    .and(not(resideInAPackage("io.mddc.upgrade.controlcenter.rest..")))
                    .or(simpleNameEndingWith("Dao")));
}
