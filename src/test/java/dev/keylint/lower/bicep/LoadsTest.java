package dev.keylint.lower.bicep;

import static dev.keylint.plan.Project.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.plan.Project;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadsTest {
  @TempDir Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project =
        new Project(folder)
            .with("files/policy.xml", "<policy/>")
            .with("files/notes.txt", "notes")
            .with(
                "data.json",
                """
                {
                  // comments are allowed
                  "name": "[not an expression]",
                  "tiers": [{"id": "s", "price": 1}, {"id": "m", "price": 2.5}, {"id": "l"}]
                }
                """)
            .with("data.yaml", "name: x\nlist: [1, '2', true, ~, 1.5]\n");
  }

  @Test
  void aTextStandsInItsFile() {
    Template template = project.clean("var a = loadTextContent('files/policy.xml')\n");
    Expr value = template.variables().getFirst().value();
    assertThat(Shown.of(value)).isEqualTo("'<policy/>'");
    assertThat(value.at()).hasToString("files/policy.xml:1:1");
  }

  @Test
  void jsonStandsInItsFileAndIsNoTemplate() {
    Template template = project.clean("var a = loadJsonContent('data.json')\n");
    Expr.ObjectExpr value = (Expr.ObjectExpr) template.variables().getFirst().value();
    Expr.Member.Entry name = (Expr.Member.Entry) value.members().getFirst();
    assertThat(Shown.of(name.value())).isEqualTo("'[not an expression]'");
    assertThat(name.value().at()).hasToString("data.json:3:11");
  }

  @Test
  void yamlStandsInItsFile() {
    Template template = project.clean("var a = loadYamlContent('data.yaml')\n");
    assertThat(variable(template, "a"))
        .isEqualTo("{'name': 'x', 'list': [1, '2', true, null, 1.5]}");
    assertThat(template.variables().getFirst().value().at()).hasToString("data.yaml:1:1");
  }

  @Test
  void bytesAreBase64() {
    Template template = project.clean("var a = loadFileAsBase64('files/notes.txt')\n");
    assertThat(variable(template, "a")).isEqualTo("'bm90ZXM='");
  }

  @Test
  void encodingsAreHonoured() throws IOException {
    Files.write(folder.resolve("utf16.txt"), "é".getBytes(StandardCharsets.UTF_16BE));
    Files.write(folder.resolve("latin.txt"), "é".getBytes(StandardCharsets.ISO_8859_1));
    Template template =
        project.clean(
            """
            var a = loadTextContent('utf16.txt', 'utf-16BE')
            var b = loadTextContent('latin.txt', 'iso-8859-1')
            """);
    assertThat(variable(template, "a")).isEqualTo("'é'");
    assertThat(variable(template, "b")).isEqualTo("'é'");
  }

  @Test
  void aFolderIsListed() {
    Template template = project.clean("var a = loadDirectoryFileInfo('files', '*.xml')\n");
    assertThat(variable(template, "a"))
        .isEqualTo(
            "[{'relativePath': 'files/policy.xml', 'baseName': 'policy.xml',"
                + " 'extension': '.xml'}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "name",
        "'${folder}/notes.txt'",
        "list[1].at",
        "list[^1].at",
        "byName.notes",
        "byName['notes']",
        "wide ? name : other",
        "(later)",
      })
  void aPathMayBeAnyConstant(String path) {
    Template template =
        project.clean(
            """
            var a = loadTextContent(%s)
            var folder = 'files'
            var name = '${folder}/notes.txt'
            var list = [ { at: 'none' }, { at: name } ]
            var byName = { notes: list[1].at }
            var wide = true
            param other string = ''
            var later = name
            """
                .formatted(path));
    assertThat(variable(template, "a")).isEqualTo("'notes'");
  }

  @Test
  void aJsonPathMayBeAnyConstant() {
    Template template =
        project.clean(
            """
            var key = 'name'
            var a = loadYamlContent('data.yaml', '$.${key}')
            """);
    assertThat(variable(template, "a")).isEqualTo("'x'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"p", "'${p}'", "own", "toLower('FILES')", "list[1]", "first", "[for x in []: x]"})
  void aPathThatOnlyADeploymentKnowsIsRefused(String path) {
    Template template =
        project.wrong(
            """
            param p string = 'files/notes.txt'
            var own = p
            var list = [ 'x' ]
            var first = second
            var second = first
            var a = loadTextContent(%s)
            """
                .formatted(path),
            Kind.SEMANTIC,
            "the path of a file to load is not known before the deployment");
    assertThat(variable(template, "a")).isEqualTo("unsupported path");
  }

  @ParameterizedTest
  @CsvSource({
    "loadTextContent('none.txt'), MISSING_FILE, missing none.txt",
    "loadTextContent('../secret.txt'), OUTSIDE_ROOT, missing ../secret.txt",
    "loadJsonContent('files/notes.txt'), SYNTAX, unsupported what `files/notes.txt` holds",
    "loadDirectoryFileInfo('none'), MISSING_FILE, missing none",
    "loadTextContent(v), SEMANTIC, unsupported path",
    "'loadTextContent(''data.json'', ''latin-9'')', SEMANTIC, unsupported encoding",
    "'loadJsonContent(''data.json'', ''$.none'')', SEMANTIC, unsupported JSONPath",
    "'loadJsonContent(''data.json'', ''$[?(@.a ~ 1)]'')', UNSUPPORTED, unsupported JSONPath",
  })
  void whatCannotBeLoadedIsReportedAndUnknown(String call, Kind kind, String expected) {
    Template template = project.wrong("var v = 1\nvar a = " + call + "\n", kind, "");
    assertThat(variable(template, "a")).isEqualTo(expected);
  }

  @Test
  void filesThatBicepRefusesAreRefused() {
    project.with("large.txt", "x".repeat(131_073));
    project.wrong("var a = loadTextContent('large.txt')\n", Kind.LIMIT, "131072");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          $                                ; {'name'
          $.tiers[1].id                    ; 'm'
          .tiers[0]                        ; {'id': 's', 'price': 1}
          tiers[0]['id']                   ; 's'
          $['tiers'][2].id                 ; 'l'
          $.tiers[*].id                    ; ['s', 'm', 'l']
          $..id                            ; ['s', 'm', 'l']
          $.*[1].price                     ; 2.5
          $.tiers[?(@.price > 1)].id       ; 'm'
          $.tiers[?(@.price)].id           ; ['s', 'm']
          $.tiers[?(@.id == 'l')]          ; {'id': 'l'}
          $.tiers[?(@.id != 's')].id       ; ['m', 'l']
          """)
  void aPathSelectsParts(String path, String expected) {
    Template template =
        project.clean("var a = loadJsonContent('data.json', '" + path.replace("'", "\\'") + "')\n");
    assertThat(variable(template, "a")).startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "*, x, true",
    "*.txt, a.TXT, true",
    "a?c*, abcd, true",
    "a?c, ac, false",
    "*a*b, xaxb, true",
    "*a*b, xaxbx, false",
    "a, ab, false",
  })
  void wildcardsFitNames(String pattern, String name, boolean fits) {
    assertThat(new Wildcard(pattern).matches(name)).isEqualTo(fits);
  }
}
