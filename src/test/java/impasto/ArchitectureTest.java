package impasto;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import impasto.cli.Main;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may use whom. The table in CONTRIBUTING.md says why. */
@AnalyzeClasses(packages = "impasto", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** Each package and the others of ours that it may use, besides {@code config}. */
  private static final Map<String, Set<String>> MAY_USE = new HashMap<>();

  static {
    MAY_USE.put("config", Set.of());
    MAY_USE.put("files", Set.of());
    MAY_USE.put("image", Set.of("files"));
    MAY_USE.put("torch", Set.of());
    MAY_USE.put("models", Set.of("torch", "files"));
    MAY_USE.put("net", Set.of("torch"));
    MAY_USE.put("optim", Set.of("torch"));
    MAY_USE.put("loss", Set.of("net", "torch"));
    MAY_USE.put("transfer", Set.of("loss", "optim", "net", "models", "torch", "image"));
    MAY_USE.put("bench", Set.of("transfer", "loss", "optim", "net", "torch", "image"));
    MAY_USE.put("training", Set.of("transfer", "loss", "optim", "net", "models", "torch", "image"));
    MAY_USE.put("report", Set.of("image", "files"));
    MAY_USE.put("batch", Set.of("report", "files"));
    MAY_USE.put("compare", Set.of("batch", "report", "image", "files"));
    MAY_USE.put("cli", Set.copyOf(MAY_USE.keySet()));
  }

  @ArchTest
  static final ArchRule EVERY_CLASS_IS_IN_A_PACKAGE_OF_THE_TABLE =
      classes()
          .should()
          .resideInAnyPackage(
              MAY_USE.keySet().stream().map(ArchitectureTest::ours).toArray(String[]::new));

  @ArchTest
  static final ArchRule PACKAGES_USE_ONLY_WHAT_THE_TABLE_ALLOWS =
      CompositeArchRule.of(
          MAY_USE.keySet().stream().map(ArchitectureTest::usesOnlyWhatItMay).toList());

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices().matching("impasto.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TENSORS_STAY_IN_THE_PACKAGES_THAT_CALCULATE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ours("torch"),
              ours("models"),
              ours("net"),
              ours("loss"),
              ours("optim"),
              ours("transfer"),
              ours("training"),
              ours("bench"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl.ndarray..");

  @ArchTest
  static final ArchRule ONLY_TORCH_KNOWS_THE_ENGINE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ours("torch"))
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("ai.djl..")
                  .and(JavaClass.Predicates.resideOutsideOfPackage("ai.djl.ndarray..")));

  @ArchTest
  static final ArchRule NOBODY_USES_THE_ENGINES_PIPELINES_OR_PICTURES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl.translate..", "ai.djl.modality..", "ai.djl.repository..");

  /**
   * After a garbage collection their gradients are silently wrong: the scalar is freed. Losses, who
   * write their gradients themselves, are not in the graph.
   */
  @ArchTest
  static final ArchRule THE_GRAPH_IS_NOT_SCALED_BY_JAVA_NUMBERS =
      CompositeArchRule.of(
          Stream.of("mul", "muli", "div", "divi", "pow", "powi")
              .map(
                  method ->
                      (ArchRule)
                          noClasses()
                              .that()
                              .resideInAnyPackage(ours("torch"), ours("net"))
                              .should()
                              .callMethod(NDArray.class, method, Number.class))
              .toList());

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PARSES_OPTIONS_AND_SETS_UP_LOGGING =
      noClasses()
          .that()
          .resideOutsideOfPackage(ours("cli"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "ch.qos.logback..");

  @ArchTest
  static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_SPEAKS =
      noClasses().that().resideOutsideOfPackage(ours("cli")).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule ONLY_ONE_CLASS_SPEAKS_TO_THE_NETWORK =
      noClasses()
          .that()
          .haveNameNotMatching("impasto\\.models\\.Http(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "javax.net..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(Server|Datagram|Multicast)?Socket|java\\.net\\.(Http)?URLConnection|"
                  + "java\\.net\\.URL|java\\.nio\\.channels\\..*(Socket|Datagram)Channel");

  private static ArchRule usesOnlyWhatItMay(String name) {
    Set<String> others = new HashSet<>(MAY_USE.keySet());
    others.removeAll(MAY_USE.get(name));
    others.remove("config");
    others.remove(name);
    return noClasses()
        .that()
        .resideInAPackage(ours(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.stream().map(ArchitectureTest::ours).toArray(String[]::new))
        // Some packages of the table are still to come.
        .allowEmptyShould(true);
  }

  private static String ours(String name) {
    return "impasto." + name + "..";
  }
}
