package dev.keylint.lower.bicep;

import static dev.keylint.plan.Project.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.plan.Project;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import dev.keylint.text.Diagnostic.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
  @TempDir Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project =
        new Project(folder)
            .with(
                "shared.bicep",
                """
                var hidden = 'h'
                @export()
                var roles = { user: hidden }
                @export()
                var plain = 1
                func prefix(a string) string => '${roles.user}${a}'
                @export()
                func named(a string) string => prefix(a)
                @export()
                @secure()
                type secret = string
                """);
  }

  @Test
  void importedNamesComeWithWhatTheyNeed() {
    Template template =
        project.clean(
            """
            import { roles, named as nameOf } from 'shared.bicep'
            var a = roles.user
            var b = nameOf('x')
            """);
    assertThat(variable(template, "a")).isEqualTo("v.roles['user']");
    assertThat(variable(template, "b")).isEqualTo("__bicep::nameOf('x')");
    assertThat(template.variables())
        .extracting(Variable::name)
        .containsExactly("a", "b", "roles", "_1.hidden");
    assertThat(variable(template, "roles")).isEqualTo("{'user': v._1.hidden}");
    assertThat(template.functions())
        .extracting(UserFunction::name)
        .containsExactly("nameOf", "_1.prefix");
    assertThat(Shown.of(template.functions().getFirst().body()))
        .isEqualTo("__bicep::_1.prefix(p.a)");
    assertThat(Shown.of(template.functions().getLast().body()))
        .isEqualTo("text(v.roles['user'], p.a)");
  }

  @Test
  void whatIsImportedKeepsItsPlace() {
    Template template = project.clean("import { plain } from 'shared.bicep'\nvar a = plain\n");
    assertThat(template.variables().getLast().value().at()).hasToString("shared.bicep:5:13");
  }

  @Test
  void aWildcardBindsAllThatIsExported() {
    Template template =
        project.clean(
            """
            import * as shared from 'shared.bicep'
            var a = shared.plain
            var b = shared.named('x')
            param c shared.secret
            """);
    assertThat(variable(template, "a")).isEqualTo("v._1.plain");
    assertThat(variable(template, "b")).isEqualTo("__bicep::_1.named('x')");
    assertThat(template.parameters().getFirst().secure()).isTrue();
  }

  @Test
  void compiledTemplatesExportWhatTheirMetadataSays() {
    project.with(
        "compiled.json",
        """
        {
          "$schema": "https://schema/2019-04-01/deploymentTemplate.json#",
          "languageVersion": "2.0",
          "metadata": {"__bicep_exported_variables!": [{"name": "odd-name"}]},
          "definitions": {
            "key": {"type": "securestring", "metadata": {"__bicep_export!": true}},
            "own": {"type": "string"}
          },
          "functions": [{"namespace": "__bicep", "members": {
            "f": {"parameters": [{"type": "string", "name": "a"}],
                  "output": {"type": "string", "value": "[parameters('a')]"},
                  "metadata": {"__bicep_export!": true}}}}],
          "variables": {"odd-name": "[variables('inner')]", "inner": "x"},
          "resources": {}
        }
        """);
    Template template =
        project.clean(
            """
            import { 'odd-name' as odd, f, key } from 'compiled.json'
            var a = odd
            var b = f('z')
            param k key?
            """);
    assertThat(variable(template, "odd")).isEqualTo("v._1.inner");
    assertThat(variable(template, "_1.inner")).isEqualTo("'x'");
    assertThat(variable(template, "b")).isEqualTo("__bicep::f('z')");
    assertThat(template.parameters().getFirst().secure()).isTrue();
    assertThat(template.parameters().getFirst().nullable()).isTrue();
  }

  @Test
  void importsOfImportsAreCopiedToo() {
    project.with(
        "middle.bicep",
        """
        import { roles } from 'shared.bicep'
        @export()
        var mine = roles
        """);
    Template template = project.clean("import { mine } from 'middle.bicep'\nvar a = mine\n");
    assertThat(variable(template, "mine")).isEqualTo("v._1.roles");
    assertThat(variable(template, "_1.roles")).isEqualTo("{'user': v._1._1.hidden}");
    assertThat(variable(template, "_1._1.hidden")).isEqualTo("'h'");
  }

  @Test
  void whatIsNotExportedIsReported() {
    Template template =
        project.wrong(
            "import { hidden } from 'shared.bicep'\nvar a = hidden\n",
            Kind.SEMANTIC,
            "exports no `hidden`");
    assertThat(variable(template, "a")).isEqualTo("unsupported hidden");
  }

  @Test
  void namesOfAModuleThatIsNotHereAreUnknown() {
    Template template =
        project.wrong(
            """
            import { a, f } from 'br/public:avm/utl/x:1.0.0'
            import * as all from 'none.bicep'
            var b = [a, f(1)]
            param p a
            """
                .replace("import * as all from 'none.bicep'\n", ""),
            Kind.MISSING_MODULE,
            "is not here");
    assertThat(variable(template, "b")).isEqualTo("[unsupported a, unsupported f]");
  }

  @Test
  void importsInACircleAreCut() {
    project
        .with("x.bicep", "import { b } from 'y.bicep'\n@export()\nvar a = b\n")
        .with("y.bicep", "import { a } from 'x.bicep'\n@export()\nvar b = a\n");
    Template template = project.template("x.bicep");
    assertThat(template.diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.message()).contains("`x.bicep` -> `y.bicep`"));
    assertThat(variable(template, "a")).isEqualTo("unsupported b");
  }
}
