package dev.keylint.lower.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.plan.Loaded;
import dev.keylint.plan.Project;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Variable;
import dev.keylint.text.Diagnostic.Kind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BicepParameterFileTest {
  @TempDir Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder).with("infra/main.bicep", "param a string\n");
  }

  private static String shown(ParameterFile file) {
    return file.arguments().stream()
        .map(argument -> argument.name() + "=" + Shown.of(argument.value()))
        .toList()
        .toString();
  }

  private ParameterFile clean(String text) {
    ParameterFile file =
        project.with("infra/main.bicepparam", text).parameters("infra/main.bicepparam");
    assertThat(file.diagnostics()).isEmpty();
    return file;
  }

  @Test
  void valuesMayUseVariablesParametersAndImports() {
    project.with("infra/shared.bicep", "@export()\nvar region = 'westeurope'\n");
    ParameterFile file =
        clean(
            """
            using './main.bicep'
            import { region } from 'shared.bicep'
            var stem = 'x'
            param a = '${stem}1'
            param b = [for i in [1]: '${a}${i}']
            param c = region
            param d = null
            """);
    assertThat(file.template()).contains("infra/main.bicep");
    assertThat(shown(file))
        .isEqualTo(
            "[a=text(v.stem, '1'), b=for b*length([1]) text(v.a, local.i), c=v.region, d=null]");
    assertThat(file.variables()).extracting(Variable::name).contains("stem", "a", "region");
    assertThat(file.arguments().getFirst().at()).hasToString("infra/main.bicepparam:4:1");
  }

  @Test
  void theEnvironmentGivesItsDefault() {
    ParameterFile file =
        clean(
            """
            using none
            param a = readEnvironmentVariable('A', 'fallback')
            param b = readEnvironmentVariable('B')
            """);
    assertThat(file.template()).isEmpty();
    assertThat(shown(file))
        .isEqualTo("[a=readEnvironmentVariable('A', 'fallback'), b=readEnvironmentVariable('B')]");
  }

  @Test
  void variablesThatTheUserNamesAreRead() {
    project.with(
        "p.bicepparam", "using none\nparam a = readEnvironmentVariable('A', 'fallback')\n");
    Loaded loaded = project.load(project.loader(Map.of("A", "given")), "p.bicepparam");
    assertThat(shown(((Loaded.Parameters) loaded).file()))
        .isEqualTo("[a=$read($given('given'), 'A')]");
  }

  @Test
  void inputsFromOutsideAreNumberedAsTheCompilerDoes() {
    ParameterFile file =
        clean(
            """
            using none
            param a = externalInput('sys.cli', 'x')
            param b = readEnvVar('y')
            param c = externalInput('custom')
            """);
    assertThat(shown(file))
        .isEqualTo(
            "[a=externalInputs('sys_cli_0'), b=externalInputs('sys_envVar_1'),"
                + " c=externalInputs('custom_2')]");
  }

  @Test
  void secretsOfAVaultAreNamedById() {
    ParameterFile file =
        clean("using none\nparam a = az.getSecret('sub', 'group', 'vault', 'name', 'v1')\n");
    assertThat(shown(file))
        .isEqualTo(
            "[a=secret(text('/subscriptions/', 'sub', '/resourceGroups/', 'group',"
                + " '/providers/Microsoft.KeyVault/vaults/', 'vault'), 'name', 'v1')]");
  }

  @Test
  void whatIsExtendedGivesWayToTheFile() {
    project.with(
        "infra/base.bicepparam",
        """
        using none
        var stem = 'base'
        param a = stem
        param b = stem
        param c = { x: stem }
        """);
    ParameterFile file =
        clean(
            """
            using 'main.bicep'
            extends 'base.bicepparam'
            var stem = 'own'
            param b = stem
            param c = union(base.c, { y: stem })
            """);
    assertThat(shown(file))
        .isEqualTo("[a=v._base.stem, b=v.stem, c=union(v.base['c'], {'y': v.stem})]");
    assertThat(file.variables()).extracting(Variable::name).contains("_base.stem", "stem", "base");
    assertThat(file.template()).contains("infra/main.bicep");
  }

  @Test
  void filesThatExtendEachOtherAreReported() {
    project.with("infra/a.bicepparam", "using none\nextends 'main.bicepparam'\n");
    ParameterFile file =
        project
            .with("infra/main.bicepparam", "using none\nextends 'a.bicepparam'\n")
            .parameters("infra/main.bicepparam");
    assertThat(file.diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.message()).contains("in a circle"));
  }

  @Test
  void aTemplateThatIsNotHereIsReported() {
    ParameterFile file =
        project.with("p.bicepparam", "using 'none.bicep'\n").parameters("p.bicepparam");
    assertThat(file.template()).isEmpty();
    assertThat(file.diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.MISSING_MODULE));
  }
}
