package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `keylint expand` takes besides templates.
final class ExpandCommandTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private Scanned expand(String from, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "expand";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Scanned.command(folder.resolve(from), all);
  }

  private static String template(String name) {
    return """
    {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
     "contentVersion": "1.0.0.0",
     "parameters": {"name": {"type": "string", "defaultValue": "NAME"}},
     "resources": [{"type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01",
       "name": "[parameters('name')]", "location": "westeurope"}]}
    """
        .replace("NAME", name);
  }

  private static String values(String name) {
    return """
    {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
     "parameters": {"name": {"value": "NAME"}}}
    """
        .replace("NAME", name);
  }

  @Test
  void parameterFilesOfBothKindsGiveValues() throws IOException {
    write("azuredeploy.json", template("by-default"));
    write("any.json", values("from-${WHERE=arm}"));
    write("main.bicep", "param name string\noutput o string = name\n");
    write("main.bicepparam", "using 'main.bicep'\nparam name = 'from-bicep'\n");
    assertThat(expand("", "azuredeploy.json").out()).contains("\"name\": \"by-default\"");
    Scanned arm = expand("", "azuredeploy.json", "--parameters", "any.json");
    assertThat(arm.out()).contains("\"name\": \"from-arm\"");
    assertThat(arm.exit()).isZero();
    assertThat(expand("", "main.bicep", "--parameters", "main.bicepparam").out())
        .contains("\"o\": \"from-bicep\"");
    Scanned two =
        expand("", "azuredeploy.json", "--parameters=any.json", "--parameters=main.bicepparam");
    assertThat(two.out()).contains("from-arm", "from-bicep");
    assertThat(expand("", "azuredeploy.json", "--parameters=none.json").exit()).isEqualTo(2);
  }

  private void modules() throws IOException {
    write("repo/shared/name.bicep", "output o string = 'shared'\n");
    write(
        "repo/app/main.bicep",
        "module m '../shared/name.bicep' = { name: 'm' }\noutput o string = m.outputs.o\n");
    write("here/x.txt", "");
  }

  @Test
  void aPathOutsideMayReferToItsRepository() throws IOException {
    modules();
    assertThat(expand("here", "../repo/app/main.bicep").out())
        .contains("leads out of the scanned folder");
    Files.createDirectory(folder.resolve("repo/.git"));
    Scanned run = expand("here", "../repo/app/main.bicep");
    assertThat(run.out()).contains("\"o\": \"shared\"");
    assertThat(run.exit()).isZero();
  }

  @Test
  void theUserMaySayWhatTheRootIs() throws IOException {
    modules();
    assertThat(expand("here", "../repo/app/main.bicep", "--root", "../repo").out())
        .contains("\"o\": \"shared\"");
    assertThat(expand("", "repo/app/main.bicep", "--root=repo/app").out())
        .contains("leads out of the scanned folder");
    assertThat(expand("", "repo/app/main.bicep", "--root=here").err())
        .contains("does not lie in the folder of --root");
    assertThat(expand("", "repo/app/main.bicep", "--root=none").err())
        .contains("--root names `none`, which is no folder");
  }

  @Test
  void theHelpSaysSo() {
    assertThat(expand("", "--help").outWords())
        .contains("--parameters", "--root", "--env", "the repository around them");
  }

  @Test
  void projectFilesDoNotAddToWhatIsAsked() throws IOException {
    write("azure.yaml", "name: it\n");
    write("infra/main.bicep", "param name string = 'plain'\noutput o string = name\n");
    write("infra/main.parameters.json", values("from-azd"));
    assertThat(expand("", "infra/main.bicep").out()).contains("\"o\": \"plain\"");
  }

  /// Azure Resource Manager would take the name in any case.
  @Test
  void theFileOfAProjectIsReadAsItsToolReadsIt() throws IOException {
    write("infra/main.bicep", "param name string = 'plain'\noutput o string = name\n");
    write("infra/main.parameters.json", values("given").replace("\"name\"", "\"Name\""));
    String[] command = {"infra/main.bicep", "--parameters", "infra/main.parameters.json"};
    assertThat(expand("", command).out()).contains("\"o\": \"given\"");
    write("azure.yaml", "name: it\n");
    assertThat(expand("", command).out())
        .contains("\"o\": \"plain\"")
        .contains("azd matches names by case, so `Name` is no value of the parameter `name`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"azure.yaml", "other.bicep", "data.json", ".github/workflows/ci.yml"})
  void whatIsNoParameterFileIsSaid(String name) throws IOException {
    write("main.bicep", "param name string = 'own'\noutput o string = name\n");
    write("azure.yaml", "name: it\n");
    write("other.bicep", "output o string = 'other'\n");
    write("data.json", "{\"name\": \"it\"}");
    write(".github/workflows/ci.yml", "jobs: {}\n");
    Scanned run = expand("", "main.bicep", "--parameters", name);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.words())
        .contains("\"message\": \"this is no parameter file\"", "\"file\": \"" + name + "\"")
        .contains("\"o\": \"own\"")
        .doesNotContain("\"o\": \"other\"");
  }

  @Test
  void aFolderIsNoParameterFile() throws IOException {
    write("main.bicep", "output o string = 'own'\n");
    write("values/main.bicep", "output o string = 'other'\n");
    Scanned run = expand("", "main.bicep", "--parameters", "values");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--parameters names `values`, which is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"azure.yaml", "teamsapp.yml", ".github/workflows/ci.yml"})
  void whatIsNoTemplateIsSaid(String name) throws IOException {
    write("infra/main.bicep", "output o string = 'own'\n");
    write(name, "name: it\n");
    Scanned run = expand("", name);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("this is neither a template nor a parameter file");
    assertThat(run.out().contains("`keylint scan " + name + "` judges what it deploys"))
        .isEqualTo(!name.endsWith("ci.yml"));
  }
}
