package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.template.Declaration;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final String TEXT =
      """
      @description('p')
      param one string
      @description('v')
      @export()
      var two = 'x'
      @description('f')
      func three(a string) string => a
      @description('o')
      output four string = one
      @description('r')
      resource five 'A.B/c@2024-01-01' = {
        name: 'n'
        @description('nested')
        resource six 'd' = {
          name: 'm'
        }
      }
      @description('m')
      module seven 'm.bicep' = {
        name: 'o'
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void declarationsStandBehindTheirDecorators(String lineEnd) {
    Template template = new Project(folder).with("m.bicep", "").clean(TEXT.replace("\n", lineEnd));
    Stream<Location> places =
        Stream.of(
                template.parameters().stream().map(Parameter::at),
                template.variables().stream().map(Variable::at),
                template.functions().stream().map(UserFunction::at),
                template.outputs().stream().map(Output::at),
                template.resources().stream().map(Declaration::at))
            .flatMap(each -> each);
    assertThat(places.map(PlacesTest::first))
        .isEqualTo(
            List.of(
                "2: param one",
                "5: var two",
                "7: func three",
                "9: output four",
                "11: resource five",
                "14: resource six",
                "19: module seven"));
  }

  @Test
  void valuesOfAParameterFileStandBehindTheirDecorators() {
    ParameterFile file =
        new Project(folder)
            .with("main.bicep", "param one string")
            .with(
                "main.bicepparam",
                """
                using 'main.bicep'
                @description('v')
                var two = 'x'
                @description('p')
                param one = two
                """)
            .parameters("main.bicepparam");
    assertThat(file.variables().stream().map(Variable::at).map(PlacesTest::first))
        .containsExactly("3: var two", "5: param one");
  }

  /// The line, and its first two words.
  private static String first(Location at) {
    if (!(at instanceof Location.InFile(var source, var span))) {
      throw new AssertionError(at);
    }
    String[] words = source.slice(span).split("\\W+", 3);
    return source.position(span.start()).line() + ": " + words[0] + " " + words[1];
  }
}
