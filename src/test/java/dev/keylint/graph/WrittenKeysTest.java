package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Resource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The keys of files that no report may show.
class WrittenKeysTest {
  private static final String KEY = "Zk3Qm8Rt1Vx6Yb0Nc5Hd9Lf2Pg7Js4Wa";

  private static List<Resource> files(String... properties) {
    String json =
        Stream.of(properties)
            .map(it -> Estates.resource("Microsoft.Search/searchServices/objects", "s/f", it))
            .collect(Collectors.joining(",", "[", "]"));
    return Estates.template(json).resources();
  }

  @Test
  void theKeysOfAllFilesAreTold() {
    assertThat(
            WrittenKeys.of(
                files(
                    "{\"apiKey\": \"" + KEY + "\", \"name\": \"index\"}",
                    "{\"skills\": [{\"apiKey\": \"other" + KEY + "\"}]}")))
        .containsExactlyInAnyOrder(KEY, "other" + KEY);
  }

  @Test
  void aKeyThatIsPutInLaterIsNotWritten() {
    assertThat(WrittenKeys.of(files("{\"apiKey\": \"${param.key}\"}"))).isEmpty();
    assertThat(WrittenKeys.of(files("{\"name\": \"index\"}"))).isEmpty();
  }
}
