package io.mddc.upgrade.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.mddc.upgrade.worker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.mddc.upgrade.worker";

    @ArchTest
    static final ArchRule noPackageSeesTheRoot = noClasses()
            .that()
            .resideInAPackage(ROOT + ".*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheRootSeesTheEngine = noClasses()
            .that()
            .resideInAPackage(ROOT + ".*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.temporal..");

    @ArchTest
    static final ArchRule controlKnowsNoOtherPackage = classes()
            .that()
            .resideInAPackage(ROOT + ".control..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(ROOT, ROOT + ".installer..", ROOT + ".component..", ROOT + ".artifact..");

    @ArchTest
    static final ArchRule onlyCommandsAndDetachedInstallsStartProcesses = noClasses()
            .that()
            .doNotHaveSimpleName("Command")
            .and()
            .doNotHaveSimpleName("DetachedInstall")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class);
}
