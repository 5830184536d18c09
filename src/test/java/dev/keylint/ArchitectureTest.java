package dev.keylint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The picture in architecture.puml is how the packages are, and each library has one door.
final class ArchitectureTest {
  private static final JavaClasses KEYLINT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.keylint");

  /// Library package to the only package of ours that may use it.
  private static final Map<String, List<String>> DOORS =
      Map.of(
          "com.fasterxml.jackson.core..", List.of("dev.keylint.json"),
          "com.fasterxml.jackson.databind..", List.of("dev.keylint.report"),
          "com.contrastsecurity.sarif..", List.of("dev.keylint.report"),
          "org.yaml.snakeyaml..", List.of("dev.keylint.yaml"),
          "dev.cel..", List.of("dev.keylint.compile"),
          "com.google.re2j..", List.of("dev.keylint.check"),
          "com.azure..", List.of("dev.keylint.live"),
          "picocli..", List.of("dev.keylint.cli"));

  @Test
  void packagesImportOnlyWhatThePictureAllows() {
    URL picture = Objects.requireNonNull(getClass().getResource("/architecture.puml"));
    classes()
        .should(
            adhereToPlantUmlDiagram(
                picture, consideringOnlyDependenciesInAnyPackage("dev.keylint..")))
        .check(KEYLINT);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.keylint.(**)").should().beFreeOfCycles().check(KEYLINT);
  }

  @TestFactory
  List<DynamicTest> eachLibraryHasOneDoor() {
    return DOORS.entrySet().stream()
        .map(door -> DynamicTest.dynamicTest(door.getKey(), () -> check(door)))
        .toList();
  }

  private static void check(Map.Entry<String, List<String>> door) {
    noClasses()
        .that()
        .resideOutsideOfPackages(door.getValue().toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(door.getKey())
        .check(KEYLINT);
  }

  /// Scanning templates opens no network: only restoring modules and reading Azure do.
  @Test
  void onlyRestoringAndReadingAzureOpenTheNetwork() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.keylint\\.(module\\.Registry(Http|Session)|live\\.).*")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(http\\..*|URL|.*URLConnection|.*Socket.*)")
        .check(KEYLINT);
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.keylint\\.(module\\.(Registry|ModuleRestore)|cli\\.Restore).*")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("dev\\.keylint\\.module\\.(Registry(Http|Session)|ModuleRestore)")
        .check(KEYLINT);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils|Util|Helper|Manager|Impl)(\\$.*)?")
        .check(KEYLINT);
  }
}
