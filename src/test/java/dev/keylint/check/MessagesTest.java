package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.value.Hiding;
import dev.keylint.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in the holes of a message, and what a rule sees of a resource.
final class MessagesTest {
  private static final String TYPE = "Microsoft.Search/searchServices";
  private static final String BICEP =
      """
      param open string
      @secure()
      param hidden string
      @secure()
      param given string = 'visible'
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'srch-one'
        sku: null
        location: 'westeurope'
        tags: {
          yes: true
          count: 3
          ratio: json('2.50')
          list: ['a', 'b']
          half: ['a', open, 'c']
          object: { a: 1 }
          nothing: null
          open: open
          partly: 'pre-${open}'
          run: listKeys().x
          secret: hidden
          given: given
          made: 'pre-${given}'
          secretive: 'pre-${hidden}'
        }
      }
      """;

  @TempDir private Path folder;

  private String said(String message, String bicep) {
    return new Judged(folder)
        .messages(Judged.saying("resource: " + TYPE, message), bicep)
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource.type                   => Microsoft.Search/searchServices
          resource.tags.half.filter(x, x != 'b').join('; ') => a; c; …
          resource.apiVersion             => 2025-05-01
          resource.name                   => srch-one
          resource.location               => westeurope
          resource.properties.size()      => 0
          has(resource.sku)               => false
          resource.id.endsWith('srch-one') => true
          resource.tags.yes               => true
          resource.tags.count             => 3
          resource.tags.ratio             => 2.5
          resource.tags.list              => an array
          resource.tags.object            => an object
          resource.tags.absent            => …
          resource.tags.nothing           => …
          resource.tags.open              => {open}
          resource.tags.partly            => pre-{open}
          resource.tags.secret            => ***
          resource.tags.secretive         => ***
          resource.tags.given             => ***
          resource.tags.made              => ***
          resource.tags.given.size()      => ***
          resource.tags.yes && resource.tags.given == 'x' => ***
          resource.tags.?yes.hasValue()   => true
          dyn(resource.?tags)             => an optional value
          dyn(null)                       => null
          (resource.tags.yes ? resource.tags.run : 'b') + '!' => …!
          'of ' + resource.tags.run       => of …
          resource.tags.run == 'x' ? 'it' : 'another' => another
          """)
  void aHoleShowsItsValueInShort(String hole, String shown) {
    assertThat(said("<{" + hole + "}>", BICEP)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource({"120, false", "121, true"})
  void whatIsLongIsCut(int length, boolean cut) {
    String text = "x".repeat(length);
    String shown = said("{resource.tags.yes}", BICEP.replace("true", "'" + text + "'"));
    assertThat(shown).isEqualTo(cut ? text.substring(0, 120) + "…" : text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource.name          => srch
          resource.tags.name     => an unknown tags
          resource.tags.host     => an unknown host
          resource.tags.audience => an unknown audience
          resource.tags.caller   => an unknown caller
          resource.tags.scope    => an unknown scope
          resource.tags.credential => an unknown credential
          has(resource.tags.host) ? 'of ' + resource.tags.host : 'b' => of an unknown host
          '(' + (resource.tags.host + '!') => (an unknown host!
          resource.tags.targets  => what lies in its scope
          resource.tags.targets.join(', ') => what lies in its scope
          resource.tags.other    => …
          resource.tags.other + resource.tags.host => …
          resource.tags.host + '!' + resource.tags.caller => an unknown host!an unknown caller
          resource.tags.host + resource.tags.caller + resource.tags.host => …
          resource.tags.host.lowerAscii() => …
          """)
  void whatIsNotKnownIsCalledByItsKind(String hole, String shown) {
    String bicep =
        """
        resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
          name: uniqueString(resourceGroup().id)
          tags: {
            ALL
          }
        }
        """
            .replace(
                "ALL",
                "name host audience caller scope credential targets other"
                    .replaceAll("(\\w+) ?", "$1: uniqueString(resourceGroup().id)\n"));
    assertThat(said("{" + hole + "}", bicep)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{resource.tags.x}",
        "{resource.tags.x} {resource.tags.absent}",
        "'{resource.tags.x}' of {resource.location}"
      })
  void ifNothingIsKnownTheTitleAndTheSubjectAreSaid(String message) {
    assertThat(open(message)).contains("It may be that a title").contains("srch-one");
  }

  @ParameterizedTest
  @CsvSource({"{resource.tags.x} of {resource.location}, of westeurope", "no hole, no hole"})
  void ifSomethingIsKnownTheMessageIsSaid(String message, String part) {
    assertThat(open(message)).doesNotContain("It may be that a title").contains(part);
  }

  private String open(String message) {
    Finding finding =
        new Judged(folder)
            .findings(
                Judged.rule(
                    "open-rule",
                    """
                    match: {resource: Microsoft.Search/searchServices}
                    validations:
                      - {expression: resource.tags.x == 'y', message: "%s"}
                    """
                        .formatted(message)),
                """
                resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
                  name: 'srch-one'
                  location: 'westeurope'
                  tags: { x: uniqueString(resourceGroup().id) }
                }
                """)
            .getFirst();
    assertThat(Judged.kind(finding)).isEqualTo("open");
    return finding.message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Tags '{resource.tags.name}' fail     => An unknown tags fail
          Host '{resource.tags.host}'          => An unknown host
          of host '{resource.tags.host}'       => of an unknown host
          '{resource.tags.other}'              => '…'
          """)
  void theNameOfNobodyIsNoName(String message, String shown) {
    String bicep =
        """
        resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'srch-one'
          tags: {
            name: uniqueString(resourceGroup().id)
            host: uniqueString(resourceGroup().id)
            other: uniqueString(resourceGroup().id)
          }
        }
        """;
    assertThat(said(message, bicep)).isEqualTo(shown);
  }

  @Test
  void severalHolesAndWordsStandInOrder() {
    assertThat(said("a {resource.tags.count} b {resource.name} c", BICEP))
        .isEqualTo("a 3 b srch-one c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          '{resource.tags.caller}' calls it.       => An unknown caller calls it.
          {resource.tags.host} answers.            => An unknown host answers.
          It is called by '{resource.tags.caller}'. => It is called by an unknown caller.
          Identity '{resource.identity.name}' calls. => An unknown identity calls.
          The identity '{resource.identity.name}' calls. => The unknown identity calls.
          It is the project's identity '{resource.identity.name}'. => It is the project's unknown identity.
          from '{resource.tags.caller}'            => from an unknown caller
          {resource.tags.caller}                   => an unknown caller
          Its name is '{resource.location}'.       => Its name is 'westeurope'.
          """)
  void whatStandsForANameReadsAsASentence(String message, String shown) {
    String bicep =
        """
        resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'srch'
          location: 'westeurope'
          identity: { name: uniqueString(resourceGroup().id) }
          tags: {
            caller: uniqueString(resourceGroup().id)
            host: uniqueString(resourceGroup().id)
          }
        }
        """;
    assertThat(said(message, bicep)).isEqualTo(shown);
  }

  @Test
  void aVariableIsSaidByItsParts() {
    Judged judged = new Judged(folder);
    String bicep =
        """
        resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'srch'
          tags: { host: uniqueString(resourceGroup().id), port: uniqueString(resourceGroup().id) }
        }
        """;
    String rest =
        """
        match: {resource: Microsoft.Search/searchServices}
        variables:
          - {name: address, expression: "'at ' + resource.tags.host"}
          - {name: other, expression: "'no ' + resource.tags.port"}
        validations: [{expression: 'false', message: "{variables.address}"}]
        """;
    assertThat(judged.messages(Judged.rule("parts", rest), bicep))
        .containsExactly("at an unknown host");
  }

  @Test
  void aStructIsSaidByItsKind() {
    String app =
        """
        resource app 'Microsoft.Web/sites@2024-04-01' = { name: 'app' }
        """;
    assertThat(new Judged(folder).messages(Judged.saying("workload: {}", "<{dyn(workload)}>"), app))
        .containsExactly("<an object>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'a text'                 => 'a text'
          3                        => 3
          2.50                     => 2.5
          true                     => true
          null                     => null
          resource.open            => -
          resource.absent          => -
          [1, 2]                   => -
          {'a': 1}                 => -
          resource                 => -
          optional.of('a text')    => -
          """)
  void onlyWhatIsPlainIsShown(String expression, String shown) {
    Result result = Asked.result(expression, "{open: {$parameter: open}}");
    assertThat(Messages.value(result).orElse("-")).isEqualTo(shown);
  }

  @Test
  void aStructIsNotPlain() {
    Result variables = Result.of(new Variables(List.of(), _ -> Asked.result("1")));
    assertThat(Messages.value(variables)).isEmpty();
  }

  /// What the user gave for this run, a truth value does not tell.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true   | NONE   | true
          true   | GIVEN  | true
          true   | SECRET | ***
          null   | GIVEN  | null
          null   | SECRET | ***
          'text' | NONE   | 'text'
          'text' | GIVEN  | ***
          'text' | SECRET | ***
          7      | GIVEN  | ***
          """)
  void whatIsSecretIsNotShown(String value, Hiding hiding, String shown) {
    Value given = Given.value(value);
    Result result =
        new Facts(Choice.NONE)
            .result(
                given.at(given.origin().hidden(hiding)),
                new Place(
                    Optional.empty(),
                    "resource",
                    given.origin().at(),
                    Optional.of(given.origin().hidden(hiding))));
    assertThat(Messages.value(result)).hasValue(shown);
  }
}
