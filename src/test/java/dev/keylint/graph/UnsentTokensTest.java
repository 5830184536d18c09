package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens that a policy of API Management asks for and that nothing sends.
class UnsentTokensTest {
  private static final String AI = "<set-backend-service backend-id='ai'/>";

  private static List<String> unsent(String content, String... more) {
    String xml = Policies.inbound(Policies.kept("https://one", "token") + AI + content);
    String policy = Policies.policy("apis/policies", "gw/chat/policy", xml);
    String[] parts = Stream.concat(Stream.of(policy), Stream.of(more)).toArray(String[]::new);
    return Policies.with(parts).policies().unsent().stream()
        .map(it -> it.variable() + (it.unsent().isTrue() ? " lost" : " perhaps"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<set-header name='X'><value>1</value></set-header>         | token lost",
        "<trace source='a'>nothing</trace>                          | token lost",
        "<trace source='a'>token</trace>                            | token perhaps",
        "<trace source='a'><message>the token</message></trace>     | token perhaps",
        "<set-variable name='token' value='x'/>                     | token perhaps",
        "<cache-store key='a' value='TOKEN'/>                       | token perhaps",
      })
  void whatNothingReadsIsLost(String content, String shown) {
    assertThat(unsent(content)).containsExactly(shown);
  }

  @Test
  void whatAHeaderReadsIsSent() {
    String header =
        Policies.header("Authorization", "@((string)context.Variables[&quot;token&quot;])");
    assertThat(unsent(header)).isEmpty();
  }

  @Test
  void anotherPolicyOfTheSameRequestsMayReadIt() {
    String xml = "<policies><inbound><trace source='token'/></inbound></policies>";
    assertThat(unsent("", Policies.policy("policies", "gw/policy", xml)))
        .containsExactly("token perhaps");
    assertThat(unsent("", Policies.policy("apis/policies", "gw/b/policy", xml)))
        .containsExactly("token lost");
  }

  @Test
  void aPolicyThatIsNotReadMayReadIt() {
    assertThat(unsent("", Policies.policy("policies", "gw/policy", "${param.policy}")))
        .containsExactly("token perhaps");
  }
}
