package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrisTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          uri | ["HTTPS://Example.COM:443/a/b", "c"] | "https://example.com/a/c"
          uri | ["https://example.com/a/b/", "../c?x=1#f"] | "https://example.com/a/c?x=1#f"
          uri | ["https://example.com/a?x=1", "?y=2"] | "https://example.com/a?y=2"
          uri | ["https://example.com/a/b?x=1", ""] | "https://example.com/a/b?x=1"
          uri | ["https://example.com", ""] | "https://example.com/"
          uri | ["https://example.com/a", "//other.example/b"] | "https://other.example/b"
          uri | ["https://example.com/a", "http://other.example:80/b"] | "http://other.example/b"
          uri | ["https://example.com:8443/a/", "./b/../c/."] | "https://example.com:8443/a/c/"
          uri | ["/relative", "a"] | fails
          parseUri | ["https://User@Example.com:8443?q"] | {"scheme":"https","host":"example.com","port":8443,"path":"/","query":"?q"}
          parseUri | ["https://example.com:443/a"] | {"scheme":"https","host":"example.com","port":null,"path":"/a","query":""}
          parseUri | ["https://[fd00::1]:8080/"] | {"scheme":"https","host":"[fd00::1]","port":8080,"path":"/","query":""}
          parseUri | ["example.com"] | fails
          parseUri | ["https://example.com:99999999/"] | fails
          buildUri | [{"scheme": "https", "host": "example.com", "path": "a", "query": "b=1"}] | "https://example.com/a?b=1"
          buildUri | [{"scheme": "https", "host": "example.com", "port": null, "path": "/", "query": "?b"}] | "https://example.com/?b"
          buildUri | [{"scheme": "https", "host": "example.com", "port": 70000}] | fails
          buildUri | [{"host": "example.com"}] | fails
          buildUri | [{"scheme": "https", "host": 1}] | fails
          uriComponent | ["a~_-.é/"] | "a~_-.%C3%A9%2F"
          uriComponentToString | ["%C3%A9%2f%ZZ%"] | "é/%ZZ%"
          uriComponentToString | ["%FF-%41"] | "%FF-A"
          base64 | ["é"] | "w6k="
          base64ToString | ["w6k="] | "é"
          base64ToString | ["a b"] | fails
          base64ToString | ["%"] | fails
          base64ToJson | ["WzEsMl0="] | [1,2]
          base64ToJson | ["!"] | fails
          dataUriToString | ["data:;base64,SGVsbG8="] | "Hello"
          dataUriToString | ["data:text/plain;charset=iso-8859-1;base64,6Q=="] | "é"
          dataUriToString | ["data:,a%20b"] | "a b"
          dataUriToString | ["data:text/plain;charset=none-such;base64,6Q=="] | open
          dataUriToString | ["Hello"] | fails
          guid | ["a", 1, true] | "ebb845e9-7756-5e94-a0ed-ccb197b33140"
          uniqueString | [""] | "aaaaaaaaaaaaa"
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }
}
