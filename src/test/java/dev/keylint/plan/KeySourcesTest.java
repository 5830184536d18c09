package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether keys of some services may be listed: only where other types are written out they are
/// not.
final class KeySourcesTest {
  private static final String WORLD =
      """
      param id string
      param type string = 'A.Ours/s'
      var ours = our.id
      func anyResourceId(x string) string => resourceId('A.Ours/s', 'x')
      resource Other 'A.Ours/s@2024-01-01' existing = { name: 'y' }
      resource our 'A.Ours/s@2024-01-01' existing = { name: 'x' }
      resource other 'A.Others/s@2024-01-01' existing = { name: 'x' }
      resource another 'A.Others/s@2024-01-01' existing = { name: 'z' }
      module inner 'inner.bicep' = { params: { id: our.id } }
      """;

  @TempDir Path folder;

  private boolean mayBe(String inner, String outer) {
    Project project =
        new Project(folder)
            .with("inner.bicep", "param id string\n" + inner)
            .with("main.bicep", WORLD + outer);
    LoweredDeployment it = project.deployments(project.plan("main.bicep")).getFirst();
    assertThat(it.diagnostics()).isEmpty();
    return KeySources.mayBeIn(it.template(), "A.Ours/s"::equals);
  }

  private static String output(String value) {
    return "output o string = " + value + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "our.listKeys().key1",
        "our.listAdminKeys('2024-01-01').key1",
        "listKeys(our.id, '2024-01-01').key1",
        "listKeys(resourceId('A.Ours/s', 'x'), '2024-01-01').key1",
        "listKeys(extensionResourceId('/subscriptions/1', 'A.Ours/s', 'x'), '2024-01-01').key1",
        "listKeys(resourceId('A.Ours/s/', 'x'), '2024-01-01').key1",
        "listKeys(anyResourceId('A.Others/s'), '2024-01-01').key1",
        "Other.listKeys().key1",
        "listKeys(resourceId(type, 'x'), '2024-01-01').key1",
        "listKeys(ours, '2024-01-01').key1",
        "listKeys(id, '2024-01-01').key1",
        "listKeys('/subscriptions/1/resourceGroups/g/providers/A.Others/s/x', '2024-01-01').key1",
        "toLower('${LISTKEYS(our.id, '2024-01-01').key1}')",
      })
  void theyMayBeListed(String value) {
    assertThat(mayBe("", output(value))).isTrue();
    assertThat(mayBe("", "var v = " + value + "\noutput o string = v\n")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "another.listKeys().key1",
        "listKeys(another.id, '2024-01-01').key1",
        "listKeys(resourceId('A.Others/s', 'x'), '2024-01-01').key1",
        "listKeys(resourceId('A.Others/s/t', 'x', 'A.Ours/s'), '2024-01-01').key1",
        "our.properties.endpoint",
        "string(inner)",
      })
  void theyAreNot(String value) {
    assertThat(mayBe("", output(value))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listKeys(id, '2024-01-01').key1",
        "listKeys(resourceId('A.Ours/s', 'x'), '2024-01-01').key1",
      })
  void aModuleMayListThem(String value) {
    assertThat(mayBe(output(value), "")).isTrue();
  }
}
