package dev.slop.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** A module is a dependency budget: this holds every arrow of the table of modules, and no other. */
@AnalyzeClasses(packages = "dev.slop", importOptions = ImportOption.DoNotIncludeTests.class)
final class ModuleArrowsTest {
    /** JDK packages that a module of pure functions needs. */
    private static final String[] PURE_JAVA = {
        "java.lang..", "java.util..", "java.math..", "java.text..", "java.nio.charset", "java.nio", "java.io"
    };

    @ArchTest
    static final ArchRule METRICS_ARE_PURE = classes()
            .that()
            .resideInAPackage("dev.slop.metrics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    PURE_JAVA,
                    "dev.slop.metrics..",
                    "com.google.common..",
                    "org.apache.commons.math3..",
                    "info.debatty.java.stringsimilarity..",
                    "org.jspecify.annotations.."));

    @ArchTest
    static final ArchRule METRICS_DO_NO_INPUT_OR_OUTPUT = noClasses()
            .that()
            .resideInAPackage("dev.slop.metrics..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|Reader|Writer|Print).*|java\\.lang\\.(Process|Thread).*");

    @ArchTest
    static final ArchRule CORE_KNOWS_ITS_LIBRARIES_ALONE = classes()
            .that()
            .resideInAPackage("dev.slop.core..")
            .and()
            .resideOutsideOfPackage("dev.slop.core.micrometer")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.slop.core..",
                    "io.github.resilience4j..",
                    "com.fasterxml.jackson..",
                    "org.yaml.snakeyaml..",
                    "org.slf4j..",
                    "org.jspecify.annotations..");

    /** An optional dependency: nothing else may need the package that needs it. */
    @ArchTest
    static final ArchRule MICROMETER_IS_KNOWN_BY_ITS_BINDING_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slop.core.micrometer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.slop.core.micrometer", "io.micrometer..");

    @ArchTest
    static final ArchRule METRICS_BINDING_KNOWS_MICROMETER_AND_THE_ENGINE = classes()
            .that()
            .resideInAPackage("dev.slop.core.micrometer")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.slop.core..", "io.micrometer.core..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule PROVIDERS_KNOW_THE_CORE_ALONE = classes()
            .that()
            .resideInAPackage("dev.slop.providers..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.slop.providers..",
                    "dev.slop.core..",
                    "com.fasterxml.jackson..",
                    "dev.langchain4j..",
                    "org.slf4j..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule THE_BRIDGE_ALONE_KNOWS_LANGCHAIN4J = noClasses()
            .that()
            .resideOutsideOfPackages("dev.slop.providers.langchain4j..", "dev.slop.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..");

    @ArchTest
    static final ArchRule PROVIDERS_SEE_THE_DOMAIN_AND_THE_SPI = noClasses()
            .that()
            .resideInAPackage("dev.slop.providers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.slop.core.sampling..", "dev.slop.core.journal..", "dev.slop.core.config..");

    @ArchTest
    static final ArchRule SEMANTIC_KNOWS_THE_METRICS_ALONE = classes()
            .that()
            .resideInAPackage("dev.slop.semantic..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.slop.semantic..",
                    "dev.slop.metrics..",
                    "com.google.common..",
                    "ai.onnxruntime..",
                    "ai.djl.huggingface.tokenizers..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule NOBODY_NEEDS_SEMANTIC = noClasses()
            .that()
            .resideOutsideOfPackages("dev.slop.semantic..", "dev.slop.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.slop.semantic..");

    @ArchTest
    static final ArchRule REPORT_KNOWS_CORE_AND_METRICS = noClasses()
            .that()
            .resideInAPackage("dev.slop.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.slop.providers..", "dev.slop.cli..", "dev.slop.bench..", "picocli..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND = noClasses()
            .that()
            .resideOutsideOfPackages("dev.slop.cli..", "dev.slop.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.slop.cli..", "dev.slop.bench..");

    @ArchTest
    static final ArchRule SAMPLING_DOES_NOT_KNOW_THE_FILE_FORMATS = noClasses()
            .that()
            .resideInAPackage("dev.slop.core.sampling..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.slop.core.config..", "com.fasterxml.jackson..");

    private static String[] with(String[] some, String... others) {
        return Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new);
    }
}
