package dev.keylint.module;

import static dev.keylint.module.WorkspaceTest.found;
import static dev.keylint.module.WorkspaceTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleResolverTest {
  private static final Location HERE = new Location.WholeFile("caller");

  private static final String DIGEST =
      "e207a69d02b3de40d48ede9fd208d80441a9e590a83a0bc915d46244c03310d4";

  @TempDir Path temp;

  @BeforeEach
  void layOutFiles() throws IOException {
    write("repo/infra/main.bicep", "");
    write("repo/infra/part.bicep", "");
    write(
        "repo/bicepconfig.json",
        """
        { // comments are allowed
          "extends": "./shared/base.json",
          "moduleAliases": {
            "br": {
              "ours": {"registry": "Contoso.azurecr.io", "modulePath": "teams/ai"},
              "deep": {"modulePath": "teams/ai"}, // the rest is in the file that this one extends
            },
            "ts": {"specs": {"subscription": "0000-01", "resourceGroup": "Specs"}}
          }
        }
        """);
    write(
        "repo/shared/base.json",
        """
        {"moduleAliases": {"br": {
          "deep": {"registry": "contoso.azurecr.io", "modulePath": "none"},
          "half": {"modulePath": "none"}}}}
        """);
    write("registry/avm/res/search/service/1.2.3/main.json", "{}");
    write("registry/contoso.azurecr.io/teams/ai/account/v1/main.json", "{}");
    write("cache/br/mcr.microsoft.com/bicep$avm$res$web$site/0.1.0-Beta$40/main.json", "{}");
    write("cache/br/[$$1]$5000/b/1$/main.json", "{}");
    write("cache/br/localhost$5000/a/sha256#" + DIGEST + "/main.json", "{}");
    write("cache/ts/0000-01/specs/account/2.0/main.json", "{}");
  }

  @ParameterizedTest
  @CsvSource({
    "part.bicep, repo/infra/part.bicep",
    "./part.bicep, repo/infra/part.bicep",
    "br/public:avm/res/search/service:1.2.3, registry/avm/res/search/service/1.2.3/main.json",
    "br:mcr.microsoft.com/bicep/avm/res/search/service:1.2.3,"
        + " registry/avm/res/search/service/1.2.3/main.json",
    "br/ours:account:v1, registry/contoso.azurecr.io/teams/ai/account/v1/main.json",
    "br:CONTOSO.azurecr.io/teams/ai/account:v1,"
        + " registry/contoso.azurecr.io/teams/ai/account/v1/main.json",
    "br/public:avm/res/web/site:0.1.0-Beta,"
        + " cache/br/mcr.microsoft.com/bicep$avm$res$web$site/0.1.0-Beta$40/main.json",
    "br:[::1]:5000/b:1, cache/br/[$$1]$5000/b/1$/main.json",
    "br:localhost:5000/a@sha256:"
        + DIGEST
        + ", cache/br/localhost$5000/a/sha256#"
        + DIGEST
        + "/main.json",
    "br/public:avm/res/search/service:1.2.3, registry/avm/res/search/service/1.2.3/main.json",
    "br/deep:account:v1, registry/contoso.azurecr.io/teams/ai/account/v1/main.json",
    "ts/specs:account:2.0, cache/ts/0000-01/specs/account/2.0/main.json",
    "ts:0000-01/Specs/Account:2.0, cache/ts/0000-01/specs/account/2.0/main.json",
  })
  void referencesLeadToFiles(String reference, String file) {
    assertThat(found(resolve(reference)).shown()).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none.bicep",
        "br/public:avm/res/search/service:9.9.9",
        "br/unknown:a:1",
        "br/half:a:1",
        "br/public:Upper/Case:1",
        "br:host/a@sha256:short",
        "br:user@host/a:1",
        "br:not an address",
        "br/public:../../../repo/infra/part.bicep:1",
        "ts:incomplete",
      })
  void whatIsNotHereIsAMissingModule(String reference) {
    assertThat(refused(resolve(reference)).kind()).isEqualTo(Kind.MISSING_MODULE);
  }

  @Test
  void theMessageSaysWhereItLookedAndWhatToDo() {
    Diagnostic why = refused(resolve("br:Contoso.azurecr.io/ai/hub:V2"));
    assertThat(why.message()).isEqualTo("the module `br:Contoso.azurecr.io/ai/hub:V2` is not here");
    assertThat(why.help())
        .contains(
            "run `keylint restore` on the same paths, or name a folder that holds it with"
                + " `--registry-dir`; looked for `registry/contoso.azurecr.io/ai/hub/V2/main.json`,"
                + " `cache/br/contoso.azurecr.io/ai$hub/V2$1/main.json`");
    assertThat(refused(resolve("ts/specs:none:1.0")).help().orElseThrow())
        .startsWith("template specs are behind a sign-in to Azure: run `az bicep restore");
    assertThat(refused(resolve("br/half:a:1")).message())
        .isEqualTo("the module alias `half` of `repo/bicepconfig.json` has no `registry`");
    assertThat(refused(resolve("br/unknown:a:1")).message())
        .isEqualTo("`repo/bicepconfig.json` defines no module alias `unknown`");
  }

  private Lookup<WorkspaceFile> resolve(String reference) {
    Path registry = temp.resolve("registry");
    Path cache = temp.resolve("cache");
    Workspace workspace =
        Workspace.of(temp, List.of(temp.resolve("repo")), List.of(registry, cache));
    ModuleResolver resolver = new ModuleResolver(workspace, List.of(registry), List.of(cache));
    WorkspaceFile main = found(workspace.file(temp.resolve("repo/infra/main.bicep"), HERE));
    return resolver.resolve(main, reference, HERE);
  }

  private void write(String path, String text) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
