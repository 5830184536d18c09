package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CidrTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          parseCidr | ["10.0.0.77/24"] | {"network":"10.0.0.0","netmask":"255.255.255.0","broadcast":"10.0.0.255","firstUsable":"10.0.0.1","lastUsable":"10.0.0.254","cidr":24}
          parseCidr | ["10.0.0.4/31"] | {"network":"10.0.0.4","netmask":"255.255.255.254","broadcast":"10.0.0.5","firstUsable":"10.0.0.4","lastUsable":"10.0.0.5","cidr":31}
          parseCidr | ["0.0.0.0/0"] | {"network":"0.0.0.0","netmask":"0.0.0.0","broadcast":"255.255.255.255","firstUsable":"0.0.0.1","lastUsable":"255.255.255.254","cidr":0}
          parseCidr | ["::/0"] | {"network":"::","netmask":"::","firstUsable":"::","lastUsable":"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff","cidr":0}
          parseCidr | ["10.0.0.0"] | {"network":"10.0.0.0","netmask":"255.0.0.0","broadcast":"10.255.255.255","firstUsable":"10.0.0.1","lastUsable":"10.255.255.254","cidr":8}
          parseCidr | ["240.0.0.0"] | fails
          parseCidr | ["10.0.0.0/33"] | fails
          parseCidr | ["host.example/24"] | fails
          parseCidr | ["10.0.0.256/24"] | fails
          parseCidr | ["fe80::1%eth0/64"] | fails
          cidrSubnet | ["10.0.0.0/16", 24, 255] | "10.0.255.0/24"
          cidrSubnet | ["10.0.0.0", 16, 0] | "10.0.0.0/16"
          cidrSubnet | ["192.168.7.0", 26, 1] | "192.168.7.64/26"
          cidrSubnet | ["10.0.0.0/16", 8, 0] | fails
          cidrSubnet | ["10.0.0.0/16", 33, 0] | fails
          cidrSubnet | ["255.255.255.0/24", 24, 1] | fails
          cidrSubnet | ["10.0.0.0/16", 24, -1] | fails
          cidrSubnet | ["2001:db8:0:0:1::/64", 80, 1] | "2001:db8:0:0:1::/80"
          cidrHost | ["10.0.0.0/30", 1] | "10.0.0.2"
          cidrHost | ["10.0.0.0/30", 2] | fails
          cidrHost | ["10.0.0.0/24", -1] | fails
          cidrHost | ["fd00::/64", 65535] | "fd00::1:0"
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }
}
